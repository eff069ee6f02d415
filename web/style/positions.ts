// One class per whole position 0..100: a style attribute would need a weaker content security policy.

/** `.at-38` sets `--at`, `.to-50` sets `--to`; both without a unit. */
export function positionRules(): string {
  const all = Array.from({ length: 101 }, (_, i) => i)
  return all.map(i => `.at-${i}{--at:${i}}.to-${i}{--to:${i}}`).join('')
}
