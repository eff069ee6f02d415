// A refusal of something that was asked of a decision, written short.
import type { Refusal } from '../refusal.ts'

export function no(code: string, reason: string, facts: Refusal['facts']): Refusal {
  return { code, reason, facts }
}
