// What a check came to: that all of it holds, or the first thing that does not and why; or that nothing could be checked.
import type { Refusal } from '@equalizer/core'
import { logWords } from '../../messages/log-words.ts'
import { Button } from '../../parts/button.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Worded } from '../../parts/worded.tsx'
import { count } from '../../words/format.ts'
import { inEnglish, own } from '../../words/in-words.ts'
import type { Outcome as AnyOutcome, ProvedEntry } from './messages.ts'
import { ReportFacts } from './report-facts.tsx'
import { forgetAll } from './seen-logs.ts'

const isOfMemory = ({ code }: Refusal): boolean =>
  ['memory.unreadable', 'log.rewound', 'log.split_view', 'log.key_changed'].includes(code)

/** Words for the code where there are any, else the checker's own English. */
function Why({ code, reason, facts }: Refusal) {
  const words = logWords().check
  const known = Object.entries(facts).filter(([, value]) => value !== null && value !== '')
  return (
    <>
      <p>
        <Worded of={own(words.codes, code) ?? inEnglish(reason)} /> <code>{code}</code>
      </p>
      {known.length > 0 && (
        <dl className="check-facts">
          {known.map(([name, value]) => (
            <div key={name}>
              <dt lang="en">{name}</dt>
              <dd className="check-mono">{String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

function Forget({ refusal }: { readonly refusal: Refusal }) {
  if (!isOfMemory(refusal)) return null
  return (
    <Button size="small" onPress={forgetAll}>
      {logWords().check.result.forget}
    </Button>
  )
}

function Proved({ proved }: { readonly proved: ProvedEntry }) {
  const words = logWords().check
  const { index, size, root, origin, signedBy, cosignedBy, isFirstUse, entry } = proved
  const rows = [
    [words.result.origin, origin],
    [words.result.size, count(size)],
    [words.result.root, root],
    [words.result.signedBy, signedBy.join(', ')],
    [words.result.cosignedBy, cosignedBy.map(({ name }) => name).join(', ') || words.result.nobody],
    [words.proved.entry, entry],
  ] as const
  return (
    <>
      <Notice tone="true" title={words.proved.holds(count(index))} live>
        <p>{words.proved.hint(count(size))}</p>
        {isFirstUse && <p>{words.proved.first}</p>}
      </Notice>
      <dl className="check-dl">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="check-mono">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

interface OutcomeProps {
  readonly outcome: AnyOutcome
  /** Whether this browser could keep what it saw. */
  readonly isKept: boolean
}

export function Outcome({ outcome, isKept }: OutcomeProps) {
  const words = logWords().check.result
  if (outcome.kind === 'proved') return <Proved proved={outcome.proved} />
  if (outcome.kind === 'fault') {
    return (
      <Notice tone="warn" title={words.fault} live>
        <p lang="en">{outcome.message}</p>
      </Notice>
    )
  }
  if (outcome.kind === 'refused') {
    return (
      <Notice tone="warn" title={words.refused} live action={<Forget refusal={outcome.refusal} />}>
        <Why {...outcome.refusal} />
      </Notice>
    )
  }
  const { report } = outcome
  const { problem } = report
  const titleOf = ({ code, seq, path }: NonNullable<typeof problem>) => {
    if (code === 'source.unreadable') return words.refused
    if (seq !== null) return words.wrongEntry(count(seq))
    return path === null ? words.wrong : words.wrongFile(path)
  }
  return (
    <>
      {problem === null ? (
        <Notice tone="true" title={words.holds} live>
          <p>{words.holdsHint(count(report.size ?? 0))}</p>
          {!isKept && <p>{words.kept}</p>}
        </Notice>
      ) : (
        <Notice tone="warn" title={titleOf(problem)} live action={<Forget refusal={problem} />}>
          <Why code={problem.code} reason={problem.reason} facts={problem.facts} />
          {problem.seq !== null && problem.path !== null && (
            <p>
              {words.at}: <code>{problem.path}</code>
            </p>
          )}
        </Notice>
      )}
      <ReportFacts report={report} />
    </>
  )
}
