// One entry in the list: what was done, by whom and when, what came of it, and its place in the log.
import { Link } from '@tanstack/react-router'
import { useOrganization } from '../../data/organization.ts'
import { logWords } from '../../messages/log-words.ts'
import { text } from '../../messages/text.ts'
import { count, instant, instantShort } from '../../words/format.ts'
import type { Entry, Reading } from './entry.ts'
import { entrySaid } from './sentence.ts'

export interface EntryRowProps {
  readonly entry: Entry
  readonly reading: Reading
}

/** Further sentences that stand in the list; the entry's own page has all. */
const shownAtMost = 4

function shortly(came: readonly string[]): string {
  const left = came.length - shownAtMost
  if (left <= 1) return came.join(' ')
  return [...came.slice(0, shownAtMost), text.ruleChanges.more(count(left))].join(' ')
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
        <span className="log-sentence">{sentence}</span>
        {came.length > 0 && <span className="log-came">{shortly(came)}</span>}
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
