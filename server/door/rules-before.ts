// What the rules said before an entry changed them, folded from the entries before it as far as one answer looks back.
import {
  type DecisionState,
  type Entry,
  evolveRules,
  type JsonObject,
  type LogEvent,
  limits,
  type Rules,
  unitRules,
} from '@equalizer/core'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'

/** One part of the rules: `{classes}` or `{gates}` of a unit, or a `{group}`, null where there was none. */
export type Before = JsonObject

interface Asked {
  readonly unit?: string
  readonly group?: { readonly id: string }
  readonly id?: string
}

/** What one event changes: as it stood, and by which name it is known. */
interface Part {
  readonly key: string
  readonly before: Before
}

const json = (part: object) => JSON.parse(JSON.stringify(part)) as Before

/** null: it changes no such part. */
function partOf(type: string, { unit, group, id }: Asked, rules: Rules): Part | null {
  if (type === 'rules.changed' && unit !== undefined)
    return { key: `classes ${unit}`, before: json({ classes: unitRules(rules, unit).classes }) }
  if (type === 'rules.gates_set' && unit !== undefined)
    return { key: `gates ${unit}`, before: json({ gates: unitRules(rules, unit).gates }) }
  const of = type === 'rules.group_set' ? group?.id : type === 'rules.group_removed' ? id : undefined
  if (of === undefined) return null
  const was = Object.hasOwn(rules.groups, of) ? (rules.groups[of] ?? null) : null
  return { key: `group ${of}`, before: json({ group: was }) }
}

/** Entries that change rules, the first one first; `isWhole`: from the founding on. */
async function changesUpTo(db: Kysely<Tables>, organization: string, seq: number) {
  const rows = await db
    .selectFrom('entries')
    .select('entry')
    .where('organization_id', '=', organization)
    .where('seq', '<=', seq)
    .where('seq', '>', seq - limits.entriesLooked)
    .where(sql<boolean>`strpos(entry, '"stream":"rules"') > 0`)
    .orderBy('seq', 'desc')
    .limit(limits.pageRows)
    .execute()
  const changes = rows.map(({ entry }) => JSON.parse(entry) as Entry).reverse()
  return { changes, isWhole: changes[0]?.seq === 0 }
}

const rulesEvents = ({ events }: Entry) => events.filter(({ stream }) => stream === 'rules')

/** Rules as they were after entry after entry, and which parts of them are known. */
interface Folded {
  readonly rules: Rules
  readonly known: ReadonlySet<string>
  readonly isWhole: boolean
}

const isKnown = ({ known, isWhole }: Folded, part: Part): boolean => isWhole || known.has(part.key)

/** By entry, of those given that change rules; one is left out where its part was changed last further back than is looked. */
export async function beforeEach(
  db: Kysely<Tables>,
  organization: string,
  entries: readonly Entry[],
): Promise<ReadonlyMap<number, Before>> {
  const wanted = new Set(entries.filter(one => rulesEvents(one).length > 0).map(({ seq }) => seq))
  const found = new Map<number, Before>()
  if (wanted.size === 0) return found
  const { changes, isWhole } = await changesUpTo(db, organization, Math.max(...wanted))
  folded(changes, isWhole, ({ seq }, event, before) => {
    const part = partOf(event.type, event.data as Asked, before.rules)
    if (part && wanted.has(seq) && isKnown(before, part) && !found.has(seq)) found.set(seq, part.before)
  })
  return found
}

function folded(
  changes: readonly Entry[],
  isWhole: boolean,
  look: (entry: Entry, event: LogEvent, before: Folded) => void = () => {},
): Folded {
  const known = new Set<string>()
  let rules: Rules = { groups: {}, units: {} }
  for (const entry of changes) {
    for (const event of rulesEvents(entry)) {
      look(entry, event, { rules, known, isWhole })
      const part = partOf(event.type, event.data as Asked, rules)
      if (part) known.add(part.key)
      rules = evolveRules(rules, event)
    }
  }
  return { rules, known, isWhole }
}

const changedBy: Readonly<Record<string, string>> = {
  'rule.move': 'rules.changed',
  'rule.set_gates': 'rules.gates_set',
  'rule.set_group': 'rules.group_set',
  'rule.remove_group': 'rules.group_removed',
}

/** What a move would change, as it stood when its decision opened; null: it is no move, or that lies too far back. */
export async function beforeMove(
  db: Kysely<Tables>,
  organization: string,
  { act, openedSeq }: Pick<DecisionState, 'act' | 'openedSeq'>,
): Promise<Before | null> {
  const type = changedBy[act.type]
  if (type === undefined) return null
  const { changes, isWhole } = await changesUpTo(db, organization, openedSeq - 1)
  const at = folded(changes, isWhole)
  const { group } = act.payload
  const part = partOf(type, typeof group === 'string' ? { id: group } : (act.payload as Asked), at.rules)
  return part && isKnown(at, part) ? part.before : null
}
