// Small words of the terminal's report: counts, shares, windows.
import type { WindowName } from '@equalizer/measure'

/** 12,345 */
export function count(number: number): string {
  return number.toLocaleString('en')
}

/** `one row` → 1 row, 2 rows. */
export function counting(number: number, noun: string, plural = `${noun}s`): string {
  return `${count(number)} ${number === 1 ? noun : plural}`
}

/** 0.714 → 71%; never rounds a part up to 100% or down to 0%. */
export function percentage(share: number): string {
  if (share > 0 && share < 0.01) return '<1%'
  if (share < 1 && share > 0.99) return '>99%'
  return `${Math.round(share * 100)}%`
}

export const windowNames: Readonly<Record<WindowName, string>> = {
  '90d': '90 days',
  '365d': '365 days',
  all: 'all time',
  standing: 'as it stands',
}
