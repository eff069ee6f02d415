// Options dropped for not beating the default option clearly enough: Debian's constitution, A.6, paragraphs 2 and 3.
import { optionsUpTo } from './ranking.ts'
import type { DefaultOption } from './settings.ts'

/** The options that stay, in ascending order; the default itself always does. */
export function standing(
  duels: readonly (readonly bigint[])[],
  rule: DefaultOption | undefined,
): readonly number[] {
  const all = optionsUpTo(duels.length)
  return rule === undefined ? all : all.filter(option => option === rule.option || holds(duels, option, rule))
}

function holds(duels: readonly (readonly bigint[])[], option: number, rule: DefaultOption): boolean {
  const pro = duels[option]?.[rule.option] ?? 0n
  const contra = duels[rule.option]?.[option] ?? 0n
  return pro >= rule.atLeast && pro * rule.ratio.denominator > contra * rule.ratio.numerator
}
