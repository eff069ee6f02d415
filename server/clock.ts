// The machine's clock.
import type { Clock } from './desk.ts'

export const machineClock: Clock = {
  nowMs: () => Date.now(),
  today: () => new Date().toISOString().slice(0, 10),
}
