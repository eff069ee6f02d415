// How far a reading has come: a bar where the total is known, what was stored so far, and its end said aloud.
import './job-progress.css'
import type { Job } from '@equalizer/client'
import { text } from '../../../messages/text.ts'
import { Progress } from '../../../parts/progress.tsx'
import { count } from '../../../words/format.ts'
import type { State } from './source-state.ts'

interface Props {
  readonly name: string
  readonly state: State
  readonly job: Job
}

export function JobProgress({ name, state, job }: Props) {
  const { states, progress } = text.evidence
  return (
    <div className="job-progress">
      <Progress label={`${states[state]}: ${name}`} done={job.done} total={job.total} compact />
      <p className="job-progress-words soft">
        <span>{states[state]}</span>
        {job.observations > 0 && <span>{progress.observations(count(job.observations))}</span>}
      </p>
    </div>
  )
}
