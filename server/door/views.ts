// The capabilities' tables as anybody may read them: filtered by equality, in the order that the view declares.

import { capabilities } from '@equalizer/capabilities'
import type { Answer } from '@equalizer/client'
import { accepted, type Result, refused, type TableType, type ViewType } from '@equalizer/core'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Call, Desk } from '../desk.ts'
import { plain } from '../http/plain-text.ts'
import { madeTable } from './made-table.ts'

type View = 'GET /api/organizations/{organization}/views/{view}'

const all = capabilities.flatMap(({ views, tables }) =>
  views.map(view => {
    const table = tables.find(({ name }) => name === view.table)
    if (!table) throw new Error(`The view ${view.name} names no table of its capability`)
    return { view, table }
  }),
)

const byShape = z.record(z.string(), z.union([z.string(), z.boolean()]))

export function listViews(): Answer<'GET /api/organizations/{organization}/view-list'> {
  return {
    views: all.map(({ view, table }) => ({
      name: view.name,
      summary: view.summary,
      columns: Object.keys(table.columns),
      by: [...view.by],
    })),
  }
}

export async function readView(desk: Desk, input: Call<View>['input']): Promise<Result<Answer<View>>> {
  const found = all.find(({ view }) => view.name === input.view)
  if (!found) return refused('view.unknown', 'No capability has such a view.', { view: input.view })
  const by = filterOf(found.view, input.by)
  if (!by.ok) return by
  const offset = input.cursor === undefined ? 0 : Number(input.cursor)
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > offsetAtMost)
    return refused('cursor.invalid', 'The cursor is none that this list gave.')
  const { view, table } = found
  const limit = input.limit
  const columns = Object.entries(table.columns).map(([name, kind]) =>
    kind === 'whole' ? sql`${sql.id(name)}::text as ${sql.id(name)}` : sql.id(name),
  )
  const where = Object.entries(by.value).map(
    ([name, value]) => sql` and ${sql.id(name)}::text = ${String(value)}`,
  )
  const { rows } = await sql<Record<string, never>>`
    select ${sql.join(columns)} from ${madeTable(table)}
    where organization_id = ${input.organization}${sql.join(where, sql``)}
    order by ${sql.join(orderOf(view, table))} limit ${limit + 1} offset ${offset}`.execute(desk.store.db)
  return accepted({
    summary: view.summary,
    columns: Object.keys(table.columns),
    rows: rows.slice(0, limit),
    next: rows.length > limit ? String(offset + limit) : null,
  })
}

const offsetAtMost = 100_000

function filterOf(view: ViewType, text: string | undefined): Result<z.output<typeof byShape>> {
  if (text === undefined) return accepted({})
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    json = null
  }
  const parsed = byShape.safeParse(json)
  if (!parsed.success)
    return refused('view.unknown_column', 'What to ask by is a JSON object of columns and values.')
  // The parameter is read as a whole; what it spells out is JSON of its own.
  const stored = plain('query.by', parsed.data)
  if (!stored.ok) return stored
  const other = Object.keys(parsed.data).find(name => !view.by.includes(name))
  if (other === undefined) return accepted(parsed.data)
  return refused('view.unknown_column', `This view cannot be asked by ${other.slice(0, 64)}.`, {
    can: view.by.join(', '),
  })
}

/** The key last, so that the order is one. */
function orderOf(view: ViewType, table: TableType) {
  const declared = view.order.map(({ column, descending }) =>
    descending ? sql`${sql.id(column)} desc` : sql`${sql.id(column)}`,
  )
  return [...declared, ...table.key.map(name => sql`${sql.id(name)}`)]
}
