// The checker in a thread of its own: reads a log, decides every entry again, and says what it found. Stopped by ending it.
import { type Memory, type Source, verifyLog } from '@equalizer/verify'
import type { Job, Outcome, Said } from './messages.ts'
import { prove } from './prove.ts'
import { folderSource, serverSource, tarSource } from './sources.ts'
import { trustedIn } from './trusted.ts'

const say = (said: Said): void => postMessage(said)

/** What the page remembers, and what it is told to. */
function memoryOf({ seen }: Job): Memory {
  const known = new Map(Object.entries(seen))
  return {
    read: name => Promise.resolve(known.get(name) ?? null),
    async write(name, remembered) {
      known.set(name, remembered)
      say({ kind: 'remember', name, remembered })
    },
    async keep(evidence) {
      say({ kind: 'evidence', evidence })
      // Only the older of the two notes is kept here, as what is remembered: nothing is said to be.
      return ''
    },
  }
}

async function sourceOf(job: Exclude<Job, { kind: 'proof' }>): Promise<Source | null> {
  if (job.kind === 'log') return serverSource(job.url)
  return job.kind === 'tar' ? tarSource(job.file) : folderSource(job.files)
}

const spokenEveryMs = 100

/** Often enough to be seen moving, seldom enough not to hold anything up. */
function progressTeller() {
  let last = Number.NEGATIVE_INFINITY
  let phase = ''
  return (progress: Extract<Said, { kind: 'progress' }>['progress']) => {
    const now = performance.now()
    if (progress.phase === phase && now - last < spokenEveryMs) return
    phase = progress.phase
    last = now
    say({ kind: 'progress', progress })
  }
}

async function check(job: Job): Promise<Outcome> {
  const trusted = trustedIn(job.trusted)
  if (trusted.kind === 'refused') return trusted
  if (job.kind === 'proof') return prove(job.file, trusted, job.url)
  const source = await sourceOf(job)
  if (source === null) {
    const reason = 'No log lies in this: there is no checkpoint'
    return { kind: 'refused', refusal: { code: 'source.no_log', reason, facts: {} } }
  }
  const report = await verifyLog(source, {
    nowMs: job.nowMs,
    memory: memoryOf(job),
    progress: progressTeller(),
    ...(trusted.kind === 'keys' ? { vkeys: trusted.vkeys } : {}),
    ...(trusted.kind === 'policy' ? { policy: trusted.policy } : {}),
  })
  // A wrong address: nothing was checked, and nobody is accused.
  if (report.problem?.code === 'source.no_log') return { kind: 'refused', refusal: report.problem }
  return { kind: 'report', report }
}

addEventListener('message', ({ data }: MessageEvent<Job>) => {
  check(data).then(say, (fault: unknown) =>
    say({ kind: 'fault', message: fault instanceof Error ? fault.message : String(fault) }),
  )
})
