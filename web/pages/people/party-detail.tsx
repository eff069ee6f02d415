// Everything about one party: its handles with what can be done about each, its people, and why it is one.
import type { Party } from '@equalizer/client'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { MenuButton } from '../../parts/menu-button.tsx'
import { count } from '../../words/format.ts'
import type { DialogsOf } from './dialogs/use-dialogs.ts'
import { Handle } from './handle.tsx'
import { handleOf, type Member, type Person, peopleOf } from './party.ts'
import type { PeopleActs } from './use-people-acts.ts'
import { ruleWords } from './words.ts'

interface Props {
  readonly party: Party
  readonly mayChange: boolean
  readonly acts: PeopleActs
  readonly dialogs: DialogsOf
}

function Bonds({ person }: { person: Person }) {
  const { detail } = text.people
  const bonds = [
    [detail.employer, person.employer],
    [detail.payer, person.payer],
    [detail.funder, person.funder],
  ] as const
  const said = bonds.filter(([, name]) => name !== null)
  if (said.length === 0) return null
  return (
    <p className="party-person-bonds">
      {said.map(([word, name]) => (
        <span key={word}>
          <span className="soft">{word}</span> <span dir="auto">{name}</span>
        </span>
      ))}
    </p>
  )
}

function HandleRow({ party, member, mayChange, acts, dialogs }: Props & { member: Member }) {
  const { detail, observations } = text.people
  const shown = handleOf(member.actor)
  const split = { id: 'split', label: detail.split, onAction: () => dialogs.split(party, member) }
  const bot = {
    id: 'bot',
    label: detail.isBot,
    onAction: () => void acts.callBot(member.actor, shown, true),
  }
  return (
    <li className="handle-row">
      <Handle actor={member.actor} />
      <span className="soft" dir="auto">
        {member.name !== party.name && member.name}
      </span>
      <span className="handle-observations soft">{observations(count(member.observations))}</span>
      {mayChange && (
        <MenuButton
          label={detail.more(shown)}
          icon="more"
          size="small"
          items={party.members.length > 1 ? [split, bot] : [bot]}
        />
      )}
    </li>
  )
}

export function PartyDetail(props: Props) {
  const { party, mayChange, dialogs } = props
  const { detail } = text.people
  return (
    <div className="party-detail">
      <div className="party-people">
        {peopleOf(party).map(({ person, members }) => (
          <div key={person?.id ?? ''} className="party-person">
            <div className="party-person-head">
              <div>
                <h3 dir="auto">{person?.name ?? (party.people.length > 0 ? detail.rest : party.name)}</h3>
                <p className="soft party-listed">{person ? detail.inCharter : detail.notListed}</p>
                {person && <Bonds person={person} />}
              </div>
              {mayChange && (
                <Button size="small" onPress={() => dialogs.edit(party, person)}>
                  {person ? detail.edit : detail.write}
                </Button>
              )}
            </div>
            <ul className="handle-rows">
              {members.map(member => (
                <HandleRow key={member.actor} {...props} member={member} />
              ))}
            </ul>
          </div>
        ))}
      </div>
      <div className="party-why">
        <h4>{detail.why}</h4>
        {party.reasons.length === 0 ? (
          <p className="soft">{detail.alone}</p>
        ) : (
          <ul>
            {party.reasons.map(({ rule, detail: because }) => (
              <li key={`${rule} ${because}`}>
                {ruleWords(rule)}{' '}
                <span className="soft" lang="en" dir="auto">
                  {because}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
