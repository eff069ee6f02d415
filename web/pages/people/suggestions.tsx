// Handles that look alike: asked one by one, merged only by somebody who knows, set aside where they are not.
import type { Answer } from '@equalizer/client'
import { useState } from 'react'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Section } from '../../parts/section.tsx'
import { count } from '../../words/format.ts'
import { Handle } from './handle.tsx'
import { useSetAside } from './use-set-aside.ts'
import { questionOf } from './words.ts'

type Suggestion = Answer<'GET /api/organizations/{organization}/people'>['suggestions'][number]
export type SuggestedActor = Suggestion['actors'][number]

interface Props {
  readonly organization: string
  readonly suggestions: readonly Suggestion[]
  readonly mayChange: boolean
  readonly onMerge: (actors: readonly SuggestedActor[]) => void
  readonly onBond: (actors: readonly SuggestedActor[], shared: string) => void
}

const shownAtFirst = 3
const handlesShown = 5

const keyOf = ({ actors, reason }: Suggestion) => `${reason} ${actors.map(one => one.actor).join(' ')}`

interface AskedProps extends Omit<Props, 'organization' | 'suggestions'> {
  readonly suggestion: Suggestion
  readonly onAside: () => void
}

function Asked({ suggestion, mayChange, onMerge, onBond, onAside }: AskedProps) {
  const words = text.people.suggestions
  const { actors, reason } = suggestion
  const question = questionOf(reason)
  const more = actors.length - handlesShown
  return (
    <li className="suggestion">
      <div className="suggestion-what">
        <p className="suggestion-words">{question.words}</p>
        <ul className="suggestion-handles">
          {actors.slice(0, handlesShown).map(({ actor, name, observations }) => (
            <li key={actor}>
              <Handle actor={actor} /> <span dir="auto">{name}</span>{' '}
              <span className="soft">{count(observations)}</span>
            </li>
          ))}
          {more > 0 && <li className="soft">{words.andMore(count(more))}</li>}
        </ul>
      </div>
      {mayChange && (
        <div className="suggestion-acts">
          <Button size="small" kind="quiet" onPress={onAside}>
            {words.dismiss}
          </Button>
          {question.isBond ? (
            <Button size="small" onPress={() => onBond(actors, question.shared)}>
              {words.employer}
            </Button>
          ) : (
            <Button size="small" onPress={() => onMerge(actors)}>
              {words.merge}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

export function Suggestions({ organization, suggestions, ...rest }: Props) {
  const words = text.people.suggestions
  const [isAll, setIsAll] = useState(false)
  const aside = useSetAside(organization)
  const asked = suggestions.filter(one => !aside.has(keyOf(one)))
  const setAside = suggestions.length - asked.length
  const shown = isAll ? asked : asked.slice(0, shownAtFirst)
  return (
    <Section title={words.heading} hint={words.hint}>
      <ul className="suggestion-list">
        {shown.map(one => (
          <Asked key={keyOf(one)} suggestion={one} onAside={() => aside.add(keyOf(one))} {...rest} />
        ))}
      </ul>
      <div className="suggestion-end">
        {shown.length < asked.length && (
          <Button size="small" kind="quiet" onPress={() => setIsAll(true)}>
            {words.more(count(asked.length - shown.length))}
          </Button>
        )}
        {setAside > 0 && (
          <p className="soft">
            {words.dismissed(count(setAside))}{' '}
            <Button size="small" kind="quiet" onPress={aside.clear}>
              {words.bringBack}
            </Button>
          </p>
        )}
      </div>
    </Section>
  )
}
