// One entry in the list: what was done, by whom and when, what came of it, and its place in the log.
import { Link } from '@tanstack/react-router'
import { useOrganization } from '../../data/organization.ts'
import { logWords } from '../../messages/log-words.ts'
import { count, instant, instantShort } from '../../words/format.ts'
import { type Entry, entrySaid, type Reading } from './sentence.ts'

export interface EntryRowProps {
  readonly entry: Entry
  readonly reading: Reading
}

export function EntryRow({ entry, reading }: EntryRowProps) {
  const organization = useOrganization()
  const { sentence, came, decision } = entrySaid(entry, reading)
  const { seq, at, by } = entry
  const isClock = by === null && seq > 0
  return (
    <li className="log-row">
      <Link
        to="/o/$organization/log/$entry"
        params={{ organization, entry: String(seq) }}
        className="log-link"
      >
        <span className="log-seq">{count(seq)}</span>
        <span className="log-sentence" dir="auto">
          {sentence}
        </span>
        {came.length > 0 && (
          <span className="log-came" dir="auto">
            {came.join(' ')}
          </span>
        )}
        <span className="log-facts soft">
          <time dateTime={at} title={instant(at)}>
            {instantShort(at)}
          </time>
          {decision !== null && <span>{decision}</span>}
          {isClock && <span>{logWords().log.clock}</span>}
        </span>
      </Link>
    </li>
  )
}
