// An organization in memory with its rules: everything goes through the one door, as it does on a server.
import {
  type Capability,
  type Command,
  createKernel,
  createLedger,
  type DecisionClass,
  entrySchema,
  type Ledger,
  presetRule,
  type Stage,
  strictLedger,
} from '@equalizer/core'

export const day = 86_400_000
export const steward = 'p-ada0'
export const members = ['p-bob0', 'p-cyd0', 'p-dan0'] as const

export interface DoorDesk {
  readonly ledger: Ledger
  readonly clock: { atMs: number }
  /** The answer's outcome, or the code of the refusal. */
  send(by: string, command: Command): string
  act(by: string, type: string, unit: string, payload: object): string
  /** Lets days pass, and the clock bring what is due on each. */
  wait(days: number): void
  /** Entries and what they hold, from the founding on, without it. */
  readonly events: () => string[]
}

/** Founded by one steward, with three members. Needs the charter among the capabilities. */
export function createDoorDesk(capabilities: readonly Capability[]): DoorDesk {
  const ledger = strictLedger(createLedger(createKernel(capabilities)), entrySchema(capabilities))
  const clock = { atMs: Date.UTC(2026, 0, 1) }
  ledger.found({ stewards: [steward], draws: null }, clock.atMs)
  const send: DoorDesk['send'] = (by, command) => {
    const sent = ledger.send(command, by, clock.atMs)
    return sent.ok ? sent.value.answer.outcome : sent.refusal.code
  }
  const act: DoorDesk['act'] = (by, type, unit, payload) =>
    send(by, { kind: 'act', act: { type, unit, payload: JSON.parse(JSON.stringify(payload)) } })
  for (const person of members) act(steward, 'charter.admit', 'organization', { person })
  return {
    ledger,
    clock,
    send,
    act,
    wait(days) {
      for (let left = days; left > 0; left -= 1) {
        clock.atMs += day
        ledger.tick(clock.atMs)
      }
    },
    events: () => ledger.entries.slice(1).flatMap(({ events }) => events.map(({ type }) => type)),
  }
}

const sides = { center: 'team', edge: 'community', council: 'council' }

/** One class that takes every act, by the usual rule of a stage. */
export function everythingAt(stage: Stage): DecisionClass {
  const rule = presetRule(stage, sides)
  return { id: 'everything', name: 'Everything', filter: { acts: ['*'], where: [] }, consequence: 100, rule }
}

/** Acts that everybody may do at once: only those that bind nobody. */
export function openToAll(id: string, acts: string[]): DecisionClass {
  const base = presetRule(0, sides)
  const process = { kind: 'some', of: 1, windowMs: day } as const
  const rule = { ...base, propose: 'community', decide: { group: 'community', process } }
  return { id, name: id, filter: { acts, where: [] }, consequence: 1, rule }
}
