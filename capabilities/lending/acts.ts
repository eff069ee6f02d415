// Adding a tool to the library, lending it, and taking it back.
import { accepted, declareAct, type Executing, personId, type Result, refused } from '@equalizer/core'
import { z } from 'zod'
import { name, onTool, type Tool, tool, toolStream } from './state.ts'

const days = z.int().min(1).max(90).describe('For how many days')
const dayMs = 86_400_000

/** A tool is lent by the rules of its own unit. Codes: `lending.unknown_tool`, `lending.other_unit` (facts: tool). */
function toolOf({ act, books }: Executing, id: string): Result<Tool> {
  const found = books.stream(toolStream(id)) as Tool | null
  if (found === null) return refused('lending.unknown_tool', `There is no tool ${id}`, { tool: id })
  if (found.unit === act.unit) return accepted(found)
  return refused('lending.other_unit', `The tool ${id} belongs to ${found.unit}`, {
    tool: id,
    unit: found.unit,
  })
}

export const add = declareAct({
  type: 'lending.add',
  summary: 'Add a tool to the library',
  where: 'unit',
  consequence: 5,
  payload: z.strictObject({
    tool: tool.describe('A new id, which stays'),
    name,
  }),
  title: asked => `Add ${asked.name} to the library`,
  execute: ({ act, books, payload }) => {
    if (books.stream(toolStream(payload.tool)) !== null) {
      return refused('lending.tool_exists', `There is a tool ${payload.tool} already`, { tool: payload.tool })
    }
    const data = { ...payload, unit: act.unit }
    return accepted({ events: [onTool({ type: 'lending.added', data })] })
  },
})

export const lend = declareAct({
  type: 'lending.lend',
  summary: 'Lend a tool to somebody',
  where: 'unit',
  consequence: 10,
  payload: z.strictObject({ tool, to: personId.describe('Id of a person'), days }),
  title: asked => `Lend ${asked.tool} to ${asked.to} for ${asked.days} days`,
  execute: executing => {
    const { now, payload } = executing
    const found = toolOf(executing, payload.tool)
    if (!found.ok) return found
    const { lentTo } = found.value
    if (lentTo !== null) {
      const facts = { tool: payload.tool, person: lentTo }
      return refused('lending.lent_already', `${lentTo} has the tool ${payload.tool}`, facts)
    }
    const data = { tool: payload.tool, to: payload.to, dueMs: now.atMs + payload.days * dayMs }
    return accepted({ events: [onTool({ type: 'lending.lent', data })] })
  },
})

export const takeBack = declareAct({
  type: 'lending.take_back',
  summary: 'Take a tool back',
  where: 'unit',
  consequence: 1,
  payload: z.strictObject({ tool }),
  title: asked => `Take ${asked.tool} back`,
  execute: executing => {
    const { payload } = executing
    const found = toolOf(executing, payload.tool)
    if (!found.ok) return found
    if (found.value.lentTo === null) {
      return refused('lending.not_lent', `The tool ${payload.tool} is there`, { tool: payload.tool })
    }
    return accepted({ events: [onTool({ type: 'lending.returned', data: payload })] })
  },
})
