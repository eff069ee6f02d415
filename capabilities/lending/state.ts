// What lending knows of one tool: whose unit it is of, and who has it; and all that can happen to it.
import {
  declareStream,
  type EventOf,
  type EventOn,
  type LogEvent,
  limits,
  personId,
  unitId,
} from '@equalizer/core'
import { z } from 'zod'

export const tool = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/)
  .describe('The id of a tool of this unit')
export const name = z.string().trim().min(1).max(limits.lineChars).describe('What people call it')

const events = {
  'lending.added': z
    .strictObject({ tool, unit: unitId.describe('Whose it is'), name })
    .describe('A tool was added to the library'),
  'lending.lent': z
    .strictObject({
      tool,
      to: personId.describe('Id of a person'),
      dueMs: z.int().describe('When it is to be back (UTC milliseconds)'),
    })
    .describe('A tool was lent'),
  'lending.returned': z.strictObject({ tool }).describe('A tool came back'),
}
export type ToolEvent = EventOf<typeof events>

export interface Tool {
  readonly unit: string
  readonly name: string
  /** null: it is there. */
  readonly lentTo: string | null
}

export const toolStream = (tool: string) => `lending/tool/${tool}`

export function onTool(event: ToolEvent): LogEvent {
  return { stream: toolStream(event.data.tool), ...event }
}

function evolve(before: Tool | null, { stream, type, data }: EventOn<typeof events>): Tool {
  if (type === 'lending.added') return { unit: data.unit, name: data.name, lentTo: null }
  if (before === null) throw new Error(`${stream} does not begin with the tool being added`)
  return { ...before, lentTo: type === 'lending.lent' ? data.to : null }
}

export const streams = [declareStream('lending/tool', events, evolve)]
