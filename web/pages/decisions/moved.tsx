// What a move would change, before and after, a sentence a line, and why a gate was to be overridden.
import type { Decision } from '@equalizer/client/contract'
import { useOrganization } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { text } from '../../messages/text.ts'
import { personWords } from '../../words/facts.ts'
import { moveChanges } from '../../words/move-changes.ts'
import type { GroupNames } from '../../words/rule-words.ts'
import { groupNames } from '../../words/rule-words.ts'
import { namingOf } from './words.ts'

const eventOf: Readonly<Record<string, string>> = {
  'rule.move': 'rules.changed',
  'rule.set_group': 'rules.group_set',
  'rule.remove_group': 'rules.group_removed',
  'rule.set_gates': 'rules.gates_set',
}

export const isMove = ({ type }: Pick<Decision, 'type'>): boolean => Object.hasOwn(eventOf, type)

/** Of the rules as they are; a group that this one adds or takes away by its own name. */
function useGroupNames({ payload, before }: Decision): GroupNames {
  const { data } = useRead('GET /api/organizations/{organization}/rules', { organization: useOrganization() })
  const own = [payload.group, before?.group].filter(
    (one): one is { id: string; name: string } =>
      typeof (one as { name?: unknown } | null)?.name === 'string',
  )
  const named = own.map(({ id, name }) => ({ group: { id, name } }))
  return groupNames([...named, ...(data?.groups ?? [])])
}

export function Moved({ decision }: { readonly decision: Decision }) {
  const { type, payload, before } = decision
  const group = useGroupNames(decision)
  const naming = namingOf(decision)
  const names = { person: (id: string) => personWords(id, naming), group }
  const { override, ...data } = payload
  const lines = moveChanges({ type: eventOf[type] ?? '', data }, before, names)
  return (
    <>
      <ul className="moved-classes">
        {lines.map(line => (
          <li key={line} className="moved-class">
            {line}
          </li>
        ))}
      </ul>
      {override === null && <p className="asked-note soft">{text.decisions.said.erased}</p>}
      {typeof override === 'string' && (
        <>
          <p className="soft">{text.ruleChanges.override}</p>
          <blockquote className="asked-note" dir="auto">
            {override}
          </blockquote>
        </>
      )}
    </>
  )
}
