// What lending knows of one tool: whose unit it is of, and who has it.
import { declareStream, type LogEvent } from '@equalizer/core'

export type ToolEvent =
  | { readonly type: 'lending.added'; readonly data: { tool: string; unit: string; name: string } }
  | { readonly type: 'lending.lent'; readonly data: { tool: string; to: string; dueMs: number } }
  | { readonly type: 'lending.returned'; readonly data: { tool: string } }

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

function evolve(before: Tool | null, logged: LogEvent): Tool {
  const { type, data } = logged as unknown as ToolEvent
  if (type === 'lending.added') return { unit: data.unit, name: data.name, lentTo: null }
  if (before === null) throw new Error(`${logged.stream} does not begin with the tool being added`)
  return { ...before, lentTo: type === 'lending.lent' ? data.to : null }
}

export const streams = [declareStream('lending/tool', evolve)]
