// The bots that were left out, each with the rule by which it was known, and the way to say that it is a person.
import type { Answer } from '@equalizer/client'
import { useState } from 'react'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Section } from '../../parts/section.tsx'
import { count } from '../../words/format.ts'
import { Handle } from './handle.tsx'
import { handleOf } from './party.ts'
import type { PeopleActs } from './use-people-acts.ts'
import { botRuleWords } from './words.ts'

interface Props {
  readonly bots: Answer<'GET /api/organizations/{organization}/people'>['bots']
  readonly mayChange: boolean
  readonly acts: PeopleActs
}

const shownAtFirst = 10

export function Bots({ bots, mayChange, acts }: Props) {
  const [isAll, setIsAll] = useState(false)
  const words = text.people
  const shown = isAll ? bots : bots.slice(0, shownAtFirst)
  return (
    <Section title={words.bots.heading} hint={words.bots.hint}>
      {bots.length === 0 ? (
        <p className="soft">{words.bots.none}</p>
      ) : (
        <ul className="bot-rows">
          {shown.map(bot => (
            <li key={bot.actor} className="bot-row">
              <Handle actor={bot.actor} />
              <span className="soft">{botRuleWords(bot.rule)}</span>
              <span className="soft handle-observations">{words.observations(count(bot.observations))}</span>
              {mayChange && (
                <Button
                  size="small"
                  aria-label={words.bots.callPerson(handleOf(bot.actor))}
                  onPress={() => void acts.callBot(bot.actor, handleOf(bot.actor), false)}
                >
                  {words.bots.person}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {shown.length < bots.length && (
        <Button kind="quiet" onPress={() => setIsAll(true)}>
          {words.bots.showAll(count(bots.length))}
        </Button>
      )}
    </Section>
  )
}
