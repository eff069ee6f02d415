// Whose view it is that is taken along: the organization's name, whether it is made up, and the server's day.
import { useOrganization, useOrganizationFacts } from './organization.ts'
import { useToday } from './session.ts'

export interface Whose {
  readonly id: string
  readonly name: string
  readonly simulated: boolean
  /** YYYY-MM-DD */
  readonly asOf: string | undefined
}

export function useWhose(asOf?: string): Whose {
  const id = useOrganization()
  const facts = useOrganizationFacts().data
  const today = useToday()
  return { id, name: facts?.name ?? id, simulated: facts?.simulated ?? false, asOf: asOf ?? today }
}
