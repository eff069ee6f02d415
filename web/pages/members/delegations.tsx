// The delegations that the reader gave and received; what was given can be taken back at any time.
import type { UnitRules } from '@equalizer/client/contract'
import type { Command } from '../../data/door.ts'
import { useOrganization } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Section } from '../../parts/section.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { instant } from '../../words/format.ts'
import { type Delegation, nameOf, scopeWords } from './names.ts'
import type { MemberActs } from './use-member-acts.ts'

export interface DelegationsProps {
  readonly units: readonly UnitRules[]
  readonly acts: MemberActs
  readonly onGive: () => void
}

interface ListProps {
  readonly title: string
  readonly none: string
  readonly delegations: readonly Delegation[]
  readonly side: 'from' | 'to'
  readonly units: readonly UnitRules[]
  readonly onRevoke?: (delegation: Delegation) => void
}

function List({ title, none, delegations, side, units, onRevoke }: ListProps) {
  const words = text.members.delegations
  return (
    <div>
      <h3 className="delegations-title">{title}</h3>
      {delegations.length === 0 && <p className="soft">{none}</p>}
      <ul>
        {delegations.map(one => (
          <li key={`${one.from.id} ${JSON.stringify(one.scope)}`} className="delegation">
            <span dir="auto">
              <b>{nameOf(one[side])}</b>, {scopeWords(one.scope, units)}{' '}
              <span className="soft delegation-since">{words.since(instant(one.since))}</span>
            </span>
            {onRevoke && (
              <Button size="small" aria-label={words.revokeOf(nameOf(one.to))} onPress={() => onRevoke(one)}>
                {words.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

export function Delegations({ units, acts, onGive }: DelegationsProps) {
  const organization = useOrganization()
  const words = text.members.delegations
  const { data, problem, refetch } = useRead('GET /api/organizations/{organization}/delegations', {
    organization,
  })
  const revoke = ({ scope }: Delegation) => {
    const asked = { kind: 'revoke', scope: withoutNull(scope) } as Command
    void acts.send(asked, words.revoked, 'message')
  }
  return (
    <Section title={words.title} hint={words.hint} actions={<Button onPress={onGive}>{words.give}</Button>}>
      {problem && !data && <Failure problem={problem} onRetry={() => void refetch()} />}
      {!data && !problem && <Skeleton lines={3} />}
      {data && (
        <div className="delegations">
          <List
            title={words.given}
            none={words.noneGiven}
            delegations={data.given}
            side="to"
            units={units}
            onRevoke={revoke}
          />
          <List
            title={words.received}
            none={words.noneReceived}
            delegations={data.received}
            side="from"
            units={units}
          />
        </div>
      )}
    </Section>
  )
}

/** The door takes a scope with just the parts that its kind has. */
function withoutNull(scope: Delegation['scope']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(scope).flatMap(([part, value]) => (value === null ? [] : [[part, value]])),
  )
}
