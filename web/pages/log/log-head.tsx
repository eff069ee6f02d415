// What stands above the entries: the checkpoint as this browser checked it, who cosigned it, and how to check all of it.
import { useMemo } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { logWords } from '../../messages/log-words.ts'
import { Failure } from '../../parts/failure.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Section } from '../../parts/section.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { count, instant } from '../../words/format.ts'
import { CheckYourself } from './check-yourself.tsx'
import { described, openedHead } from './opened-log.ts'
import { logAddress, useLogFile } from './use-log-file.ts'
import { useWitnesses } from './use-witnesses.ts'
import { Witnesses } from './witnesses.tsx'

const soonMs = 2_500
const seldomMs = 30_000

/** The head of the log as it was opened; null: there is none, or it does not hold. */
export function useHead(organization: string, entries: number) {
  const about = useLogFile(organization, 'log.json')
  const log = useMemo(() => (about.content ? described(about.content) : null), [about.content])
  const held = useLogFile(organization, 'checkpoint', query => {
    const head = query && log ? openedHead(query, log) : null
    return head === null || head.size < entries ? soonMs : seldomMs
  })
  const head = useMemo(
    () => (held.content && log ? openedHead(held.content, log) : null),
    [held.content, log],
  )
  return { about, log, held, head }
}

function Files({ organization }: { readonly organization: string }) {
  const words = logWords().log.head
  const files = [
    ['checkpoint', words.checkpoint],
    ['log.json', words.described],
    ['export.tar', words.export],
  ] as const
  return (
    <ul className="log-files" aria-label={words.files}>
      {files.map(([path, label]) => (
        <li key={path}>
          <a href={logAddress(organization, path)}>{label}</a>
        </li>
      ))}
      <li>
        <a href={`/check/${encodeURIComponent(organization)}`}>{words.check}</a>
      </li>
    </ul>
  )
}

export function LogHead({ entries }: { readonly entries: number }) {
  const organization = useOrganization()
  const { about, log, held, head } = useHead(organization, entries)
  const witnesses = useWitnesses(organization)
  const words = logWords().log.head
  const problem = about.problem ?? held.problem
  const isPending = about.content === undefined || held.content === undefined
  const isWrong = !isPending && held.content !== null && head === null
  const title = problem?.code.startsWith('log.') ? { title: words.none } : {}
  const newer = head === null ? 0 : entries - head.size
  return (
    <Section title={words.title} hint={words.hint}>
      {problem && <Failure {...title} problem={problem} onRetry={held.refetch} />}
      {isPending && !problem && <Skeleton height={180} />}
      {held.content === null && <Notice title={words.none}>{words.noneHint}</Notice>}
      {isWrong && (
        <Notice tone="warn" title={words.wrong} live>
          {words.wrongHint}
        </Notice>
      )}
      {head && (
        <div className="log-head">
          <dl className="log-dl">
            <div>
              <dt>{words.size}</dt>
              <dd>
                {count(head.size)} {newer > 0 && <span className="soft">{words.behind(count(newer))}</span>}
              </dd>
            </div>
            <div>
              <dt>{words.root}</dt>
              <dd className="log-hash">{head.root}</dd>
            </div>
            {witnesses?.signedMs != null && (
              <div>
                <dt>{words.signed}</dt>
                <dd>{instant(new Date(witnesses.signedMs).toISOString())}</dd>
              </div>
            )}
            <div>
              <dt>{words.key}</dt>
              <dd className="log-hash">{head.signedBy}</dd>
            </div>
          </dl>
          <Witnesses witnesses={witnesses} />
        </div>
      )}
      {!problem && <Files organization={organization} />}
      {log && head && <CheckYourself organization={organization} log={log} head={head} />}
    </Section>
  )
}
