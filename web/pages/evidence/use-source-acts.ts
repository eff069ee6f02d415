// What can be done with a source, each act with the sentence that follows it and, where there is one, the way back.
import type { Change, Job, Problem, SourceState } from '@equalizer/client'
import { useOrganization } from '../../data/organization.ts'
import { useWrite } from '../../data/write.ts'
import { text } from '../../messages/text.ts'
import { removeUndo, useToast } from '../../parts/toast-list.ts'
import { everyName, problemWords } from './words.ts'

const path = '/api/organizations/{organization}'

/** Takes changes of the charter back; a refusal is said in a toast. */
export function useUndo(): (version: number) => Promise<void> {
  const organization = useOrganization()
  const undo = useWrite(`POST ${path}/changes/{version}/undo`)
  const toast = useToast()
  return async version => {
    const answer = await undo.mutateAsync({ input: { organization, version } })
    if (answer.ok) removeUndo(organization, version)
    else toast({ text: text.evidence.toast.failed(problemWords(answer.problem)), tone: 'warn' })
  }
}

export function useSourceActs() {
  const organization = useOrganization()
  const toast = useToast()
  const undo = useUndo()
  const readAgain = useWrite(`POST ${path}/sources/{source}/read`)
  const patch = useWrite(`PATCH ${path}/sources/{source}`)
  const remove = useWrite(`DELETE ${path}/sources/{source}`)
  const stopJob = useWrite(`POST ${path}/jobs/{job}/cancel`)
  const resumeJob = useWrite(`POST ${path}/jobs/{job}/resume`)
  const words = text.evidence.toast
  const failed = (problem: Problem) => toast({ text: words.failed(problemWords(problem)), tone: 'warn' })
  const restore = async (name: string, removal: Pick<Change, 'version'>) => {
    await undo(removal.version)
    toast({ text: words.restored(name) })
  }
  return {
    async readNow({ id, name }: SourceState) {
      const answer = await readAgain.mutateAsync({ input: { organization, source: id } })
      if (!answer.ok) return failed(answer.problem)
      toast({ text: words.readAgain(name) })
    },
    async schedule({ id, name }: SourceState, everyMinutes: number | null) {
      const answer = await patch.mutateAsync({ input: { organization, source: id }, body: { everyMinutes } })
      if (!answer.ok) return failed(answer.problem)
      toast({ text: words.schedule(name, everyName(everyMinutes)) })
    },
    async takeBack({ id, name }: SourceState) {
      const answer = await remove.mutateAsync({ input: { organization, source: id } })
      if (!answer.ok) return failed(answer.problem)
      const { version } = answer.value
      toast({
        text: words.takenBack(name),
        undo: () => undo(version),
        undoes: { organization, versions: [version] },
      })
    },
    restore,
    async stop(job: Job) {
      const answer = await stopJob.mutateAsync({ input: { organization, job: job.id } })
      if (!answer.ok) return failed(answer.problem)
      toast({ text: words.stopped })
    },
    async resume(job: Job) {
      const answer = await resumeJob.mutateAsync({ input: { organization, job: job.id } })
      if (!answer.ok) return failed(answer.problem)
      toast({ text: words.resumed })
    },
  }
}

export type SourceActs = ReturnType<typeof useSourceActs>
