// The list of decisions to take along, as it is narrowed: a picture of the first, all of them as table and as data.
import type { Answer, Input } from '@equalizer/client'
import type { DecisionLine } from '@equalizer/client/contract'
import { ask } from '../../data/read.ts'
import type { Whose } from '../../data/whose.ts'
import type { CsvTable } from '../../export/csv.ts'
import { listPicture } from '../../export/list-picture.ts'
import type { Picture } from '../../export/svg.ts'
import { rowsDrawn } from '../../export/table-drawing.ts'
import { text } from '../../messages/text.ts'
import { count, instant } from '../../words/format.ts'
import { personName, phaseWords, titleWords } from './words.ts'

const list = 'GET /api/organizations/{organization}/decisions'
type Page = Answer<typeof list>
const pageRows = 100
/** What one file holds at most: a page keeps it in memory. */
const rowsAtMost = 1_000_000

/** What is looked for, as on the page. */
export type Asked = Omit<Input<typeof list>, 'cursor' | 'limit'>

async function* pagesOf(asked: Asked, signal: AbortSignal): AsyncGenerator<readonly DecisionLine[]> {
  let cursor: string | null = null
  let rows = 0
  do {
    const input: Input<typeof list> = { ...asked, limit: pageRows, ...(cursor === null ? {} : { cursor }) }
    const page: Page = await ask(list, input, signal)
    rows += page.decisions.length
    yield page.decisions
    cursor = page.next
  } while (cursor !== null && rows < rowsAtMost)
}

const columns = [
  'organization',
  'simulated',
  'decision',
  'title',
  'type',
  'unit',
  'unit_name',
  'class',
  'stage',
  'phase',
  'changes_rules',
  'by',
  'by_name',
  'opened',
  'due',
  'closed',
] as const

/** Names of columns are the same in every language, for programs read them. */
export function decisionsTable(asked: Asked, { id, simulated }: Whose, signal: AbortSignal): CsvTable {
  async function* rows() {
    for await (const decisions of pagesOf(asked, signal)) {
      yield decisions.map(one => [
        id,
        simulated,
        one.id,
        titleWords(one),
        one.type,
        one.unit,
        one.unitName,
        one.class,
        one.stage,
        one.phase,
        one.isMove,
        one.by.id,
        one.by.name,
        one.opened,
        one.due,
        one.closed,
      ])
    }
  }
  return { columns, rows: rows() }
}

export async function decisionsData(asked: Asked, signal: AbortSignal) {
  const decisions: DecisionLine[] = []
  for await (const some of pagesOf(asked, signal)) decisions.push(...some)
  return { organization: asked.organization, decisions }
}

const cellsOf = (one: DecisionLine) => [
  { text: titleWords(one), below: one.id },
  { text: one.unitName, below: one.className },
  personName(one.by),
  { text: phaseWords(one.phase), below: text.stages[one.stage] ?? '' },
  { text: instant(one.opened), tone: 'soft' as const },
  one.closed === null ? '' : { text: instant(one.closed), tone: 'soft' as const },
]

/** How many there are of the states that are looked for. */
const totalOf = ({ open, past }: Page, state: Asked['state']): number =>
  state === 'open' ? open : state === 'past' ? past : open + past

export async function decisionsPicture(asked: Asked, whose: Whose, signal: AbortSignal): Promise<Picture> {
  const page = await ask(list, { ...asked, limit: rowsDrawn }, signal)
  const words = text.decisions
  const { pictured } = words
  return listPicture({
    ...whose,
    title: words.title,
    headline: { lead: words.headline.open(count(page.open)), alarm: '', rest: '' },
    tables: [
      {
        heading: words.filter.states[asked.state ?? 'all'],
        columns: [
          { title: pictured.decision, part: 3.4, isName: true, lines: 2 },
          { title: pictured.where, part: 1.6, lines: 2 },
          { title: pictured.by, part: 1.6, lines: 2 },
          { title: pictured.state, part: 1.2, lines: 2 },
          { title: pictured.opened, part: 1.3, lines: 2 },
          { title: pictured.closed, part: 1.3, lines: 2 },
        ],
        rows: page.decisions.map(cellsOf),
        total: totalOf(page, asked.state),
      },
    ],
  })
}
