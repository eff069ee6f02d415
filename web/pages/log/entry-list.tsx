// The entries, as far as they were looked through, and the way on.
import { useOrganization } from '../../data/organization.ts'
import { logWords } from '../../messages/log-words.ts'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Section } from '../../parts/section.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { personWords } from '../../words/facts.ts'
import { count } from '../../words/format.ts'
import { EntryRow } from './entry-row.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { Looked } from './use-entries.ts'
import { type Change, isNarrowed, type Look } from './use-look.ts'
import { useReading } from './use-naming.ts'

interface EntryListProps {
  readonly read: Looked
  readonly look: Look
  readonly change: (change: Change) => void
}

const all: Change = { text: '', kind: null, unit: null, person: null, decision: null, from: null }

/** Filters that no field of the bar shows, each to be taken away. */
function Chips({ look, change, nameOf }: Omit<EntryListProps, 'read'> & { nameOf: (id: string) => string }) {
  const words = logWords().log.filter
  const { person, decision, from } = look
  const chips = [
    ...(person === null ? [] : [['person', `${words.person}: ${nameOf(person)}`] as const]),
    ...(decision === null ? [] : [['decision', words.decision(decision)] as const]),
    ...(from === null ? [] : [['from', words.from(count(from))] as const]),
  ]
  if (chips.length === 0) return null
  return (
    <p className="log-chips">
      {chips.map(([name, label]) => (
        <Button
          key={name}
          size="small"
          aria-label={words.remove(label)}
          onPress={() => change({ [name]: null })}
        >
          {label} ×
        </Button>
      ))}
    </p>
  )
}

/** How far a narrowed look has come. */
function LookedThrough({ read, look }: Pick<EntryListProps, 'read' | 'look'>) {
  const { until, size } = read
  if (until === null || size === null || !isNarrowed(look)) return null
  const start = look.from ?? (look.order === 'newest' ? size - 1 : 0)
  const [low, high] = [Math.min(start, until), Math.max(start, until)]
  return <span className="soft">{logWords().log.looked(count(low), count(high))}</span>
}

export function EntryList({ read, look, change }: EntryListProps) {
  const organization = useOrganization()
  const reading = useReading(organization, read)
  const words = logWords().log
  const { entries, size, problem, hasMore } = read
  const isShort = isNarrowed(look) && look.decision === null
  return (
    <Section title={words.list} hint={words.listHint[look.order]}>
      <FilterBar look={look} change={change} size={size ?? 0} />
      <Chips look={look} change={change} nameOf={id => personWords(id, reading)} />
      {problem && <Failure problem={problem} onRetry={read.refetch} />}
      {read.isPending && !problem && <Skeleton height={480} />}
      {entries.length > 0 && (
        <ol className="log-list">
          {entries.map(entry => (
            <EntryRow key={entry.seq} entry={entry} reading={reading} />
          ))}
        </ol>
      )}
      {!read.isPending && !problem && entries.length === 0 && !hasMore && (
        <Empty
          title={words.nothing.title}
          hint={words.nothing.hint}
          action={<Button onPress={() => change(all)}>{words.nothing.clear}</Button>}
        />
      )}
      <div className="log-more">
        {hasMore && (
          <Button onPress={read.more} isPending={read.isLoadingMore}>
            {isShort ? words.further : words.more}
          </Button>
        )}
        <LookedThrough read={read} look={look} />
      </div>
    </Section>
  )
}
