// The command as it was sent, out of the entry that came of it.
import { type Command, commandSchema, type Entry, type JsonObject, type Tick } from '@equalizer/core'

/** Null: the entry's command is none that anybody, or the clock, can send. */
export function commandOf({ command, by, events }: Entry): Command | Tick | null {
  const { kind } = command
  if (by === null) return kind === 'advance' ? tickOf(command) : null
  if (kind !== 'act') return parsed(command)
  if (command.act !== undefined) return parsed({ kind, act: command.act })
  // What was asked stands in the event, with who sent it.
  const act = events.find(({ type }) => type === 'decision.opened')?.data.act
  if (act === null || typeof act !== 'object' || Array.isArray(act)) return null
  const { by: _, ...asked } = act as JsonObject
  return parsed({ kind, act: asked })
}

function parsed(command: object): Command | null {
  const read = commandSchema.safeParse(command)
  return read.success ? read.data : null
}

function tickOf({ decision, ...rest }: JsonObject): Tick | null {
  const exact = Object.keys(rest).length === 1
  return exact && typeof decision === 'string' ? { kind: 'advance', decision } : null
}
