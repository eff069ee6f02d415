// A group as it is typed, and the group that comes of it.
import type { Group } from '../../../words/rule-words.ts'

export type Kind = Group['kind']
export type By = Group['weight']['by']

export interface GroupDraft {
  readonly id: string
  readonly name: string
  readonly kind: Kind
  readonly members: readonly string[]
  readonly role: string
  readonly asset: string
  readonly score: string
  readonly atLeast: string
  readonly seats: string
  readonly size: string
  readonly termDays: string
  readonly from: string
  readonly by: By
  readonly weighs: string
}

const day = 86_400_000

const empty: GroupDraft = {
  id: '',
  name: '',
  kind: 'role',
  members: [],
  role: '',
  asset: '',
  score: '',
  atLeast: '1',
  seats: '3',
  size: '5',
  termDays: '180',
  from: '',
  by: 'person',
  weighs: '',
}

export function draftOf(group: Group | null): GroupDraft {
  if (!group) return empty
  const { id, name, kind, weight } = group
  const weighs = weight.by === 'person' ? '' : weight.by === 'reputation' ? weight.score : weight.asset
  const common = { ...empty, id, name, kind, by: weight.by, weighs }
  switch (group.kind) {
    case 'listed':
      return { ...common, members: group.members }
    case 'role':
      return { ...common, role: group.role }
    case 'balance':
      return { ...common, asset: group.asset, atLeast: group.atLeast }
    case 'score':
      return { ...common, score: group.score, atLeast: group.atLeast }
    case 'council':
      return {
        ...common,
        seats: String(group.seats),
        termDays: String(group.termMs / day),
        from: group.electedBy,
      }
    case 'jury':
      return { ...common, size: String(group.size), from: group.pool }
    case 'everyone':
      return common
  }
}

const word = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/
const whole = (typed: string, most: number) =>
  /^[1-9]\d{0,5}$/.test(typed.trim()) && Number(typed) <= most ? Number(typed) : null

/** null: something is missing or wrong. Limits as the server has them. */
export function groupOf(draft: GroupDraft): Group | null {
  const name = draft.name.trim()
  const weight = weightOf(draft)
  if (!/^[a-z0-9][a-z0-9_-]{0,62}$/.test(draft.id) || name === '' || !weight) return null
  const common = { id: draft.id, name, weight }
  const amount = /^\d{1,60}$/.test(draft.atLeast.trim()) ? draft.atLeast.trim() : null
  switch (draft.kind) {
    case 'listed':
      return { ...common, kind: 'listed', members: draft.members.filter(Boolean) }
    case 'role':
      return word.test(draft.role) ? { ...common, kind: 'role', role: draft.role } : null
    case 'balance':
      return word.test(draft.asset) && amount !== null
        ? { ...common, kind: 'balance', asset: draft.asset, atLeast: amount }
        : null
    case 'score':
      return word.test(draft.score) && amount !== null
        ? { ...common, kind: 'score', score: draft.score, atLeast: amount }
        : null
    case 'everyone':
      return { ...common, kind: 'everyone' }
    case 'council': {
      const [seats, days] = [whole(draft.seats, 500), whole(draft.termDays, 365)]
      if (seats === null || days === null || draft.from === '') return null
      return { ...common, kind: 'council', seats, termMs: days * day, electedBy: draft.from }
    }
    case 'jury': {
      const size = whole(draft.size, 500)
      return size === null || draft.from === '' ? null : { ...common, kind: 'jury', size, pool: draft.from }
    }
  }
}

function weightOf({ by, weighs }: GroupDraft): Group['weight'] | null {
  if (by === 'person') return { by }
  if (!word.test(weighs)) return null
  return by === 'reputation' ? { by, score: weighs } : { by, asset: weighs }
}
