// Readiness: what a unit's measured position must be before its classes rise, unless that is overridden in public.
import { organizationUnit } from '../act/act.ts'
import { no } from '../decision/no.ts'
import type { Books, Measured } from '../kernel/books.ts'
import type { JsonObject } from '../log/entry.ts'
import type { Refusal } from '../refusal.ts'
import { type Gate, type Rules, unitRules } from '../rule/rules.ts'
import type { Touch } from './touch.ts'

export interface GateCheck {
  readonly refusal: Refusal | null
  /** What was looked at, for the record; null: there was no gate on the way. */
  readonly record: JsonObject | null
}

/** Every gate of a stage that is passed or reached must hold. What the evidence does not prove fails. */
export function checkGates(books: Books, rules: Rules, touches: readonly Touch[]): GateCheck {
  const onTheWay = touches
    .filter(({ fromStage, toStage }) => toStage > fromStage)
    .flatMap(({ unit, fromStage, toStage }) =>
      gatesOf(rules, unit).filter(({ gate: { stage } }) => stage > fromStage && stage <= toStage),
    )
  if (onTheWay.length === 0) return { refusal: null, record: null }
  const seen: Record<string, JsonObject> = {}
  let refusal: Refusal | null = null
  for (const { unit, gate } of onTheWay) {
    const measured = books.measure(unit)
    seen[unit] = { score: measured?.score ?? null, proven: measured?.proven ?? false }
    refusal ??= holds(gate, measured) ? null : notMet(unit, gate, measured)
  }
  return { refusal, record: seen }
}

/** What moves the organization's own classes also moves the units that have none. */
function gatesOf(rules: Rules, unit: string): { readonly unit: string; readonly gate: Gate }[] {
  const ungoverned = Object.keys(rules.units).filter(one => unitRules(rules, one).classes.length === 0)
  const units = unit === organizationUnit ? [unit, ...ungoverned] : [unit]
  return units.flatMap(one => unitRules(rules, one).gates.map(gate => ({ unit: one, gate })))
}

function holds({ atLeast }: Gate, measured: Measured | null): boolean {
  return measured?.proven === true && measured.score !== null && measured.score >= atLeast
}

function notMet(unit: string, { stage, atLeast }: Gate, measured: Measured | null): Refusal {
  const has = measured?.score ?? null
  const facts = { unit, stage, needs: atLeast, has, proven: measured?.proven ?? false }
  return no('rule.gate_not_met', 'The measured position does not carry this stage yet', facts)
}
