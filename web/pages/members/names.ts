// What people, roles and the scopes of delegations are called.
import type { Answer } from '@equalizer/client'
import type { DoorPerson, UnitRules } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'

export const nameOf = ({ name }: DoorPerson): string => name ?? text.members.erased

export function roleWords(role: string): string {
  const { roles } = text.members
  return Object.hasOwn(roles, role) ? (roles[role] ?? role) : role
}

export type Delegation = Answer<'GET /api/organizations/{organization}/delegations'>['given'][number]

export function scopeWords(
  { kind, unit, class: name }: Delegation['scope'],
  units: readonly UnitRules[],
): string {
  const words = text.members.delegations.scopes
  const found = units.find(one => one.unit === unit)
  const unitName = found?.name ?? unit ?? ''
  if (kind === 'everything') return words.everything
  if (kind === 'unit') return words.unit(unitName)
  return words.class(unitName, found?.classes.find(one => one.id === name)?.name ?? name ?? '')
}
