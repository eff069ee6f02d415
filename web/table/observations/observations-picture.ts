// The first rows of the evidence as a picture, in the order and by the filters in which they are shown.
import type { Answer } from '@equalizer/client'
import { listPicture, type PicturedList } from '../../export/list-picture.ts'
import type { Picture } from '../../export/svg.ts'
import { text } from '../../messages/text.ts'
import { amount, count, instantShort } from '../../words/format.ts'
import { assetText } from '../../words/unit-words.ts'
import { aboutOf, kindText, partyOf, whoOf } from './columns.tsx'
import { referenceOf } from './reference.ts'

type Page = Answer<'GET /api/organizations/{organization}/observations'>
type Row = Page['rows'][number]

function cellsOf(row: Row) {
  const words = text.table.observations
  const who = whoOf(row)
  const party = partyOf(row)
  const about = aboutOf(row)
  const said = [about === null ? null : referenceOf(about).short, row.choice].filter(part => part !== null)
  return [
    row.at === null ? { text: words.standing, tone: 'soft' as const } : instantShort(row.at),
    {
      text: who ?? words.unknown,
      ...(who === null ? { tone: 'soft' as const } : {}),
      ...(party === null ? {} : { below: party }),
    },
    kindText(row.kind),
    said.join(' '),
    referenceOf(row.reference).short,
    row.source,
    { text: amount(row.weight), below: assetText(row.asset) },
  ]
}

/** `title` says what it is the evidence of. */
export function observationsPicture(
  page: Page,
  whose: Pick<PicturedList, 'name' | 'simulated' | 'asOf'>,
  title: string,
): Picture {
  const words = text.table.observations
  const { columns } = words
  const total = page.exact ? words.total(count(page.total)) : words.totalMore(count(page.total))
  return listPicture({
    ...whose,
    title,
    headline: { lead: `${title}.`, alarm: '', rest: `${total}.` },
    tables: [
      {
        heading: text.unit.evidence,
        columns: [
          { title: columns.at, part: 1.3 },
          { title: columns.actor, part: 1.8, isName: true },
          { title: columns.kind, part: 1.4 },
          { title: columns.about, part: 1.8, lines: 2 },
          { title: columns.reference, part: 1.7, lines: 2 },
          { title: columns.source, part: 0.9 },
          { title: columns.weight, part: 1, isNumber: true },
        ],
        rows: page.rows.map(cellsOf),
        total: page.total,
        isExact: page.exact,
      },
    ],
  })
}
