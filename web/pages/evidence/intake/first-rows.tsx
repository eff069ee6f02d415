// The first rows twice: as they lie in the file, and what they become; refused ones with their reason.
import './first-rows.css'
import type { Understanding } from '@equalizer/client'
import type { ReactNode } from 'react'
import { text } from '../../../messages/text.ts'
import { Reason } from '../../../parts/reason.tsx'
import { amount, count, instant } from '../../../words/format.ts'
import { actName } from '../words.ts'

interface PreviewTableProps {
  readonly caption: string
  readonly head: readonly string[]
  readonly isBusy: boolean
  readonly children: ReactNode
}

/** Wide tables scroll in a place of their own, which the keyboard reaches. */
function PreviewTable({ caption, head, isBusy, children }: PreviewTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a pointer
    <section className="first-rows-place" tabIndex={0} aria-label={caption} aria-busy={isBusy}>
      <table className="first-rows-table">
        <thead>
          <tr>
            {head.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may share a name
              <th key={i} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

function AsItLies({ understanding, isBusy }: { understanding: Understanding; isBusy: boolean }) {
  const { columns, rows, name } = understanding
  const { intake } = text.evidence
  if (rows.length === 0) return <p className="soft">{intake.noRows}</p>
  return (
    <PreviewTable caption={intake.asItLiesCaption(name)} head={columns} isBusy={isBusy}>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no name but their place
        <tr key={i}>
          {columns.map((_, j) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns likewise
            <td key={j} dir="auto">
              {row[j]}
            </td>
          ))}
        </tr>
      ))}
    </PreviewTable>
  )
}

function Becomes({ understanding, isBusy }: { understanding: Understanding; isBusy: boolean }) {
  const { observations, name, reading } = understanding
  const { intake } = text.evidence
  if (observations.length === 0)
    return <p className="soft">{reading === null ? intake.becomesLater : intake.becomesNothing}</p>
  const { act, who, at, weight, about, reference } = intake.columns
  return (
    <PreviewTable
      caption={intake.becomesCaption(name)}
      head={[act, who, at, weight, about, reference]}
      isBusy={isBusy}
    >
      {observations.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two observations may say the same
        <tr key={i}>
          <td>{actName(one.kind)}</td>
          <td dir="auto">{one.who ?? <span className="soft">{intake.unknownWho}</span>}</td>
          <td>{one.at === null ? <span className="soft">{intake.noDate}</span> : instant(one.at)}</td>
          <td className="first-rows-figure">
            {amount(one.weight)} <span className="soft">{one.asset}</span>
          </td>
          <td dir="auto">{one.about}</td>
          <td dir="auto" className="first-rows-reference">
            {one.reference}
          </td>
        </tr>
      ))}
    </PreviewTable>
  )
}

type Refused = Understanding['refusals'][number]

/** A reason that has no place is of the file as a whole, and no row's. */
const isOfRow = ({ line, column }: Refused): boolean => line !== null || column !== null

/** Why the file cannot be read as it stands; what is said of it above is not said twice. */
function OfTheWhole({ understanding }: { understanding: Understanding }) {
  const { refusals, reading, said } = understanding
  const isSaid = ({ code }: Refused) => reading === null && code === said.code
  return refusals
    .filter(one => !isOfRow(one) && !isSaid(one))
    .map((one, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: what is said of a file stays where it was said
      <p key={i} className="first-rows-whole">
        <Reason of={one} />
      </p>
    ))
}

function Refusals({ understanding, isBusy }: { understanding: Understanding; isBusy: boolean }) {
  const { name } = understanding
  const { intake } = text.evidence
  const { line, column, reason } = intake.columns
  const refusals = understanding.refusals.filter(isOfRow)
  if (refusals.length === 0) return null
  const title = intake.refusedFirst(count(refusals.length))
  return (
    <div>
      <h4 className="first-rows-title is-warning">{title}</h4>
      <PreviewTable caption={`${title}: ${name}`} head={[line, column, reason]} isBusy={isBusy}>
        {refusals.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one place may be refused twice
          <tr key={i}>
            <td>{row.line === null ? '' : count(row.line)}</td>
            <td>{row.column}</td>
            <td className="first-rows-reason">
              <Reason of={row} />
            </td>
          </tr>
        ))}
      </PreviewTable>
    </div>
  )
}

export function FirstRows({ understanding, isBusy }: { understanding: Understanding; isBusy: boolean }) {
  const { intake } = text.evidence
  return (
    <div className={isBusy ? 'first-rows is-busy' : 'first-rows'}>
      {understanding.format !== 'git' && understanding.format !== 'yaml' && (
        <div>
          <h4 className="first-rows-title">{intake.asItLies}</h4>
          <AsItLies understanding={understanding} isBusy={isBusy} />
        </div>
      )}
      <div>
        <h4 className="first-rows-title">
          {intake.becomes}
          {isBusy && <span className="first-rows-updating">{intake.updating}</span>}
        </h4>
        <OfTheWhole understanding={understanding} />
        <Becomes understanding={understanding} isBusy={isBusy} />
      </div>
      <Refusals understanding={understanding} isBusy={isBusy} />
    </div>
  )
}
