// The clock of a running server: the machine's own.
import type { Clock } from './desk.ts'

export const machineClock: Clock = {
  nowMs: () => Date.now(),
  today: () => new Date().toISOString().slice(0, 10),
}
