// What is under way for this organization: a small meter in the bar, and a list with the way to stop each.
import type { Job } from '@equalizer/client'
import { Link } from '@tanstack/react-router'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { useRead } from '../../data/read.ts'
import { useWrite } from '../../data/write.ts'
import { text } from '../../messages/text.ts'
import { IconButton } from '../../parts/button.tsx'
import { Progress } from '../../parts/progress.tsx'
import { addToast } from '../../parts/toast-list.ts'
import { count } from '../../words/format.ts'
import { problemWords } from '../../words/problem-words.ts'

const isActive = ({ state }: Job): boolean => state === 'waiting' || state === 'running'

export function jobLabel(job: Job): string {
  return job.kind === 'measure' ? text.shell.jobs.measure : text.shell.jobs.import(job.source ?? '')
}

function JobLine({ organization, job }: { readonly organization: string; readonly job: Job }) {
  const stopping = useWrite('POST /api/organizations/{organization}/jobs/{job}/cancel')
  const words = text.shell.jobs
  const label = jobLabel(job)
  const stop = async () => {
    const stopped = await stopping.mutateAsync({ input: { organization, job: job.id } })
    if (stopped.ok) addToast({ text: words.cancelled })
    else addToast({ text: problemWords(stopped.problem), tone: 'warn' })
  }
  return (
    <li className="shell-job">
      <div>
        {job.state === 'waiting' ? (
          <p className="shell-job-waiting">
            {label} <span className="soft">{words.waiting}</span>
          </p>
        ) : (
          <Progress label={label} done={job.done} total={job.total} />
        )}
        {job.observations > 0 && <p className="soft">{words.observations(count(job.observations))}</p>}
      </div>
      {job.kind === 'import' && (
        <IconButton
          label={words.cancel(label)}
          icon="close"
          onPress={() => void stop()}
          isPending={stopping.isPending}
        />
      )}
    </li>
  )
}

export function JobsIndicator({ organization }: { readonly organization: string }) {
  const { data } = useRead('GET /api/organizations/{organization}/jobs', { organization })
  const active = (data?.jobs.filter(isActive) ?? []).reverse()
  if (active.length === 0) return null
  const known = active.filter(job => job.total !== null && job.total > 0)
  const part = known.reduce((sum, job) => sum + Math.min(1, job.done / (job.total ?? 1)), 0)
  const words = text.shell.jobs
  return (
    <DialogTrigger>
      <Button className="shell-jobs" aria-label={words.running(active.length)}>
        <Progress
          label={words.running(active.length)}
          done={part}
          total={known.length > 0 ? active.length : null}
          compact
        />
      </Button>
      <Popover className="floating" placement="bottom end" offset={4}>
        <Dialog className="shell-jobs-dialog">
          <Heading slot="title" className="floating-head">
            {words.title}
          </Heading>
          <ul>
            {active.map(job => (
              <JobLine key={job.id} organization={organization} job={job} />
            ))}
          </ul>
          <Link to="/o/$organization/evidence" params={{ organization }} className="floating-item">
            {words.all}
          </Link>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
