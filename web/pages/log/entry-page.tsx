// One entry of the log: its sentence, its facts, its JSON, and the proof that it stands where it stands.
import './log.css'
import './proof.css'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { useTitle } from '../../data/title.ts'
import { useWhose } from '../../data/whose.ts'
import { ExportMenu } from '../../export/export-menu.tsx'
import { logWords } from '../../messages/log-words.ts'
import { text } from '../../messages/text.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { PageLead } from '../../parts/page-lead.tsx'
import { Section } from '../../parts/section.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { count, instant } from '../../words/format.ts'
import type { Entries, Entry } from './entry.ts'
import { hex } from './opened-log.ts'
import type { OpenedProof } from './opened-proof.ts'
import { ProofSection } from './proof-section.tsx'
import { SaidTexts } from './said-texts.tsx'
import { entrySaid, senderWords } from './sentence.ts'
import { entriesList } from './use-entries.ts'
import { logAddress } from './use-log-file.ts'
import { useReading } from './use-naming.ts'
import { useProof } from './use-proof.ts'

/** The same value, whatever the order of its keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const parts = Object.entries(value).map(([key, one]) => [key, sorted(one)] as const)
  return Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const bare = ({ seq, at, by, command, events }: Entry) => ({
  atMs: Date.parse(at),
  by,
  command,
  events,
  seq,
})

function isTheSame(entry: Entry, proof: OpenedProof): boolean {
  try {
    return JSON.stringify(sorted(bare(entry))) === JSON.stringify(sorted(JSON.parse(proof.entry)))
  } catch {
    return false
  }
}

/** What nobody worded is called as the log has it. */
function kindWords(kind = ''): string {
  const { kinds } = logWords().log.page
  return Object.hasOwn(kinds, kind) ? (kinds[kind] ?? kind) : kind
}

/** An act may say something of a thousand people; the JSON has all of it. */
const cameAtMost = 100

function Facts({ entry, reading, proof }: FactsProps) {
  const organization = useOrganization()
  const words = logWords().log.page.facts
  const { decision } = entrySaid(entry, reading)
  const command = entry.command as { kind?: string }
  return (
    <dl className="log-dl">
      <div>
        <dt>{words.at}</dt>
        <dd>
          <time dateTime={entry.at}>{instant(entry.at)}</time>
        </dd>
      </div>
      <div>
        <dt>{words.by}</dt>
        <dd dir="auto">{senderWords(entry, reading) ?? logWords().log.clock}</dd>
      </div>
      <div>
        <dt>{words.kind}</dt>
        <dd>{kindWords(command.kind)}</dd>
      </div>
      {decision !== null && (
        <div>
          <dt>{words.decision}</dt>
          <dd>
            <Link to="/o/$organization/decisions/$decision" params={{ organization, decision }}>
              {decision}
            </Link>
          </dd>
        </div>
      )}
      {proof && (
        <div>
          <dt>{words.leaf}</dt>
          <dd className="log-hash">{hex(proof.path.leaf)}</dd>
        </div>
      )}
    </dl>
  )
}

interface FactsProps {
  readonly entry: Entry
  readonly reading: ReturnType<typeof useReading>
  readonly proof: OpenedProof | null | undefined
}

function Export({ entry, reading, proof }: FactsProps) {
  const whose = useWhose()
  const { seq } = entry
  return (
    <ExportMenu
      name={[whose.id, 'log', String(seq)]}
      svg={async () => (await import('./log-pictures.ts')).entryPicture(entry, reading, proof ?? null, whose)}
      csv={async () => (await import('./log-files.ts')).entryTable(entry, reading)}
      json={() => bare(entry)}
      proof={
        proof
          ? { address: logAddress(whose.id, `proof/${seq}`), name: `${whose.id}-${seq}.tlog-proof` }
          : undefined
      }
    />
  )
}

function Around({ seq, size }: { readonly seq: number; readonly size: number }) {
  const organization = useOrganization()
  const words = logWords().log.page
  const to = (entry: number) => ({ organization, entry: String(entry) })
  return (
    <nav className="log-around" aria-label={logWords().log.title}>
      {seq > 0 && (
        <LinkButton size="small" to="/o/$organization/log/$entry" params={to(seq - 1)}>
          {words.earlier}
        </LinkButton>
      )}
      {seq + 1 < size && (
        <LinkButton size="small" to="/o/$organization/log/$entry" params={to(seq + 1)}>
          {words.later}
        </LinkButton>
      )}
    </nav>
  )
}

function Shows({ entry, page }: { readonly entry: Entry; readonly page: Entries }) {
  const organization = useOrganization()
  const reading = useReading(organization, page)
  const { proof, isWrong } = useProof(organization, entry.seq)
  const { sentence, came } = entrySaid(entry, reading)
  const words = logWords().log.page
  const written = useMemo(() => JSON.stringify(sorted(bare(entry)), null, 2), [entry])
  return (
    <>
      <header className="log-entry-head">
        <p className="soft log-trail">
          <Link to="/o/$organization/log" params={{ organization }}>
            {words.back}
          </Link>
          <span>{logWords().log.entry(count(entry.seq))}</span>
        </p>
        <h1>{sentence}</h1>
        {came.length > 0 && (
          <ul className="log-came-all">
            {came.slice(0, cameAtMost).map(one => (
              <li key={one}>{one}</li>
            ))}
            {came.length > cameAtMost && <li>{text.ruleChanges.more(count(came.length - cameAtMost))}</li>}
          </ul>
        )}
      </header>
      <PageLead actions={<Export entry={entry} reading={reading} proof={proof} />}>
        <Around seq={entry.seq} size={page.size} />
      </PageLead>
      <Facts entry={entry} reading={reading} proof={proof} />
      <SaidTexts entry={entry} />
      <div className="log-entry-columns">
        <ProofSection
          seq={entry.seq}
          proof={proof}
          isWrong={isWrong}
          isShown={!proof || isTheSame(entry, proof)}
        />
        <Section title={words.json.title} hint={words.json.hint}>
          {/* A long text that scrolls is reached by keys. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
          <pre className="log-json" tabIndex={0}>
            {written}
          </pre>
        </Section>
      </div>
    </>
  )
}

function Missing() {
  const organization = useOrganization()
  const words = logWords().log.page.missing
  return (
    <section className="shell-message">
      <h1>{words.title}</h1>
      <p className="sub">{words.hint}</p>
      <p>
        <Link to="/o/$organization/log" params={{ organization }}>
          {words.action}
        </Link>
      </p>
    </section>
  )
}

export function EntryPage() {
  const organization = useOrganization()
  const { entry: asked = '' } = useParams({ strict: false }) as { entry?: string }
  const seq = /^\d{1,15}$/.test(asked) ? Number(asked) : null
  const { data, problem, refetch } = useRead(
    entriesList,
    { organization, from: seq ?? 0, limit: 1 },
    { enabled: seq !== null, keep: true },
  )
  useTitle(seq === null ? undefined : logWords().log.entryTitle(count(seq)))
  const entry = data?.entries.find(one => one.seq === seq)
  if (problem && !data) return <Failure problem={problem} onRetry={() => void refetch()} />
  if (seq === null || (data && !entry && data.entries.length === 0)) return <Missing />
  if (!data || !entry) return <Skeleton height={480} />
  return (
    <div className="log-entry-page">
      <Shows key={seq} entry={entry} page={data} />
    </div>
  )
}
