// A day as an address names it: only one that the calendar has.

/** YYYY-MM-DD; undefined: it is none, such as 2026-02-31. */
export function calendarDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const at = new Date(`${value}T00:00:00Z`)
  return Number.isFinite(at.getTime()) && at.toISOString().startsWith(value) ? value : undefined
}
