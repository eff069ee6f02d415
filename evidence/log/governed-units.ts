// Which units have rules of their own, how far somebody alone could go in each, and since when: folded from the log.
import {
  evolveRules,
  type GovernedUnit,
  governedUnits,
  type LogEvent,
  type Rules,
  stageOf,
  type UnitPowers,
  unitRules,
} from '@equalizer/core'

/** What is older lies outside every window that asks for it. */
const overruledKept = 500

interface Known {
  firstMs: number | null
  readonly powers: UnitPowers[]
  readonly overruled: { readonly about: string; readonly atMs: number }[]
}

export class GovernedUnits {
  #rules: Rules | null = null
  readonly #units = new Map<string, Known>()

  /** An event of the stream `rules`. */
  take(event: LogEvent, atMs: number): void {
    this.#rules = evolveRules(this.#rules, event)
    for (const unit of governedUnits(this.#rules)) {
      const known = this.#known(unit)
      const now = powersIn(this.#rules, unit, atMs)
      const last = known.powers.at(-1)
      if (last?.decidesAlone === now.decidesAlone && last.vetoesAlone === now.vetoesAlone) continue
      known.powers.push(now)
    }
  }

  decided(unit: string, atMs: number): void {
    const known = this.#known(unit)
    known.firstMs ??= atMs
  }

  overruled(unit: string, about: string, atMs: number): void {
    const { overruled } = this.#known(unit)
    overruled.push({ about, atMs })
    if (overruled.length > overruledKept) overruled.shift()
  }

  /** Those that have, or had, rules of their own. */
  list(): GovernedUnit[] {
    return [...this.#units].flatMap(([unit, { firstMs, powers, overruled }]) =>
      powers.length > 0 ? [{ unit, firstMs, powers: [...powers], overruled: [...overruled] }] : [],
    )
  }

  #known(unit: string): Known {
    const found = this.#units.get(unit)
    if (found) return found
    const made: Known = { firstMs: null, powers: [], overruled: [] }
    this.#units.set(unit, made)
    return made
  }
}

function powersIn(rules: Rules, unit: string, fromMs: number): UnitPowers {
  const all = unitRules(rules, unit).classes.map(({ rule }) => rule)
  const decidesAlone = all.every(rule => {
    const { process } = rule.decide
    return process.kind === 'some' && process.of === 1 && stageOf(rule, rules.groups).stage <= 1
  })
  return { fromMs, decidesAlone, vetoesAlone: all.some(({ veto }) => veto?.needs === 1) }
}
