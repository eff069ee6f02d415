// Meters drawn with block characters: a fader for what is declared, a level with its interval for what is measured.
import type { Measured } from '@equalizer/measure'
import type { Screen } from './screen.ts'

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const
const full = 100

/** A track with a knob at `position` (0-100); an empty track where nothing is declared. */
export function fader(position: number | null, columns: number, screen: Screen): string {
  if (position === null) return screen.paint('dim', '╌'.repeat(columns))
  const knob = Math.round((position / full) * (columns - 1))
  const before = '━'.repeat(knob)
  return `${before}${screen.paint('bold', '●')}${screen.paint('dim', '─'.repeat(columns - knob - 1))}`
}

/**
 * Solid up to the score (the pessimistic end, to an eighth of a column), shaded up to the high end, dots beyond. Nothing
 * known: blanks between dots, so that it cannot be taken for 0.
 */
export function level(measured: Measured, columns: number, screen: Screen, good: boolean): string {
  const { score, high } = measured
  if (score === null && high === null)
    return screen.paint('dim', ' ·'.repeat(Math.floor(columns / 2)).padEnd(columns))
  // A sliver even at 0, so that a measured 0 and "nothing is known" look different.
  const steps = score === null ? 0 : Math.max(1, Math.round((score / full) * columns * eighths.length))
  const whole = Math.floor(steps / eighths.length)
  const part = eighths[steps % eighths.length] as string
  const solid = '█'.repeat(whole) + part
  const reach = Math.max(solid.length, Math.round(((high ?? score ?? 0) / full) * columns))
  const shaded = '▒'.repeat(reach - solid.length)
  const rest = '·'.repeat(columns - reach)
  return screen.paint(good ? 'green' : 'yellow', solid) + screen.paint('dim', shaded + rest)
}
