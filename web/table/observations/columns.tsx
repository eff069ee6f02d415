// The columns of the evidence: when, who, what, about what, how much, and where to look it up.
import type { ObservationRow } from '@equalizer/client'
import { text } from '../../messages/text.ts'
import { amount, instant, instantShort } from '../../words/format.ts'
import { assetText } from '../../words/unit-words.ts'
import type { Column } from '../column.ts'
import { referenceOf } from './reference.ts'

export const observationKey = ({ source, row }: Pick<ObservationRow, 'source' | 'row'>): string =>
  `${source}/${row}`

export const kindText = (kind: string): string => text.table.kinds[kind] ?? kind

type Whose = Pick<ObservationRow, 'party' | 'name' | 'actor'>

/** As the source names them, else their party, else the handle; null: the source does not say. */
export const whoOf = ({ party, name, actor }: Whose): string | null => name ?? party?.name ?? actor

/** Their party, where it is called otherwise: an employer, a payer. */
export const partyOf = (row: Whose): string | null =>
  row.party && row.party.name !== whoOf(row) ? row.party.name : null

/** A commit is about itself, which its reference says already. */
export const aboutOf = ({ about, reference }: Pick<ObservationRow, 'about' | 'reference'>) =>
  about === reference ? null : about

function Who({ row }: { row: ObservationRow }) {
  const who = whoOf(row)
  const party = partyOf(row)
  const words = text.table.observations
  if (who === null) {
    return (
      <span className="not-known" title={words.unknownHint}>
        {words.unknown}
      </span>
    )
  }
  return (
    <span dir="auto" title={row.actor ?? undefined}>
      {who}
      {party !== null && <span className="soft party"> {party}</span>}
      {row.bot && <span className="tag">{words.bot}</span>}
    </span>
  )
}

function When({ at }: { at: string | null }) {
  const words = text.table.observations
  if (at === null) {
    return (
      <span className="soft" title={words.standingHint}>
        {words.standing}
      </span>
    )
  }
  return (
    <time dateTime={at} title={instant(at)}>
      {instantShort(at)}
    </time>
  )
}

function About({ row }: { row: ObservationRow }) {
  const { choice } = row
  const about = aboutOf(row)
  if (about === null && choice === null) return null
  return (
    <span dir="auto" title={about ?? undefined}>
      {about !== null && referenceOf(about).short}
      {choice !== null && (
        <>
          {about !== null && ' '}
          <b className="choice">{choice}</b>
        </>
      )}
    </span>
  )
}

/** A function, because the words change with the language. */
export function observationColumns(withSource: boolean): readonly Column<ObservationRow>[] {
  const { columns } = text.table.observations
  const source: Column<ObservationRow> = {
    key: 'source',
    title: columns.source,
    width: 'minmax(90px, 0.7fr)',
    card: 'off',
    cell: row => row.source,
  }
  return [
    {
      key: 'at',
      title: columns.at,
      width: '148px',
      sorts: 'desc',
      card: 'aside',
      cell: row => <When at={row.at} />,
    },
    {
      key: 'actor',
      title: columns.actor,
      width: 'minmax(150px, 1.3fr)',
      sorts: 'asc',
      card: 'title',
      cell: row => <Who row={row} />,
    },
    {
      key: 'kind',
      title: columns.kind,
      width: 'minmax(130px, 0.9fr)',
      sorts: 'asc',
      card: 'sub',
      cell: row => kindText(row.kind),
    },
    {
      key: 'about',
      title: columns.about,
      width: 'minmax(120px, 1.6fr)',
      card: 'line',
      cell: row => <About row={row} />,
    },
    {
      key: 'reference',
      title: columns.reference,
      width: 'minmax(110px, 1fr)',
      card: 'off',
      cell: row => (
        <span className="handle" title={row.reference}>
          {referenceOf(row.reference).short}
        </span>
      ),
    },
    ...(withSource ? [source] : []),
    {
      key: 'weight',
      title: columns.weight,
      width: 'minmax(118px, 0.6fr)',
      sorts: 'desc',
      number: true,
      card: 'figure',
      cell: row => (
        <span title={`${row.weight} ${assetText(row.asset)}`}>
          {amount(row.weight)} <small className="soft">{assetText(row.asset)}</small>
        </span>
      ),
    },
  ]
}
