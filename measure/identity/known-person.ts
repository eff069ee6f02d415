// A person whom the charter knows, with every handle and bond.
import type { Actor } from '../observation.ts'

export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly identities: readonly Actor[]
  readonly employer?: string | undefined
  readonly payer?: string | undefined
  readonly funder?: string | undefined
}
