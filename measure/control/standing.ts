// Facts without a date: they count from the day on which somebody knew them; how it stood before is unknown, not nothing.

/**
 * Whether what a window holds was known on a day. Windows of so many `days` hold dated facts only. `standsFrom`: day from
 * which all standing facts of the surface count; null: it has none. Days are numbers of UTC days since 1970.
 */
export function isKnownOn(
  day: number,
  { days }: { readonly days: number | null },
  standsFrom: number | null,
): boolean {
  return days !== null || standsFrom === null || day >= standsFrom
}
