// Every reading of a source, newest first: when, how long, how it ended.
import type { Job, SourceState } from '@equalizer/client'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Reason } from '../../../parts/reason.tsx'
import { Section } from '../../../parts/section.tsx'
import { Tag } from '../../../parts/tag.tsx'
import { Time } from '../../../parts/time.tsx'
import { count, duration } from '../../../words/format.ts'
import { foundNothingNew } from '../../../words/nothing-new.ts'
import type { SourceActs } from '../use-source-acts.ts'

interface Props {
  readonly source: SourceState
  readonly jobs: readonly Job[]
  readonly acts: SourceActs
  readonly mayChange: boolean
}

const tones = {
  waiting: 'plain',
  running: 'plain',
  done: 'true',
  failed: 'warn',
  cancelled: 'plain',
} as const

function took({ started, finished }: Job): string {
  if (started === null || finished === null) return ''
  const ms = Date.parse(finished) - Date.parse(started)
  return duration(ms)
}

function Result({ job }: { job: Job }) {
  const { states, unchanged } = text.evidence.source.jobs
  if (foundNothingNew(job)) return <Tag tone="plain">{unchanged}</Tag>
  return (
    <>
      <Tag tone={tones[job.state]}>{states[job.state]}</Tag>
      {job.state === 'failed' && job.problem && (
        <span className="readings-problem">
          {' '}
          <Reason of={job.problem} />
        </span>
      )}
    </>
  )
}

export function Readings({ source, jobs, acts, mayChange }: Props) {
  const words = text.evidence.source.jobs
  const { actions } = text.evidence
  const imports = jobs.filter(job => job.kind === 'import')
  const newest = imports[0]
  const mayResume = (job: Job) =>
    mayChange &&
    job === newest &&
    source.removed === null &&
    (job.state === 'failed' || job.state === 'cancelled')
  return (
    <Section title={words.heading}>
      {imports.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a pointer
        <section className="refusals-place" tabIndex={0} aria-label={words.caption(source.name)}>
          <table className="refusals-table">
            <thead>
              <tr>
                <th scope="col">{words.started}</th>
                <th scope="col">{words.took}</th>
                <th scope="col">{words.observations}</th>
                <th scope="col">{words.result}</th>
              </tr>
            </thead>
            <tbody>
              {imports.map(job => (
                <tr key={job.id}>
                  <td>
                    <Time iso={job.started ?? job.created} />
                  </td>
                  <td>{took(job)}</td>
                  <td>{foundNothingNew(job) ? '' : count(job.observations)}</td>
                  <td className="refusals-reason">
                    <Result job={job} />
                    {mayResume(job) && (
                      <Button size="small" onPress={() => void acts.resume(job)}>
                        {actions.resume}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  )
}
