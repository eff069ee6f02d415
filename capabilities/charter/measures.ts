// What the charter says about control: who lets people in and out, and who hands out roles.
import type { MeasureType } from '@equalizer/core'
import type { PersonEvent } from './state.ts'

function each(kind: string, type: PersonEvent['type'], about: 'person' | 'role'): MeasureType {
  return {
    kind,
    of: logged =>
      logged.type === type
        ? { about: String(logged.data[about]), amount: 1n, asset: 'person', decimals: 0 }
        : null,
  }
}

export const measures = [
  each('member.admitted', 'charter.admitted', 'person'),
  each('member.dismissed', 'charter.dismissed', 'person'),
  each('role.granted', 'charter.role_granted', 'role'),
  each('role.revoked', 'charter.role_revoked', 'role'),
]
