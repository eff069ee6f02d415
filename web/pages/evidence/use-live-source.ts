// One source with its reading as it runs: progress comes with the jobs, everything else when it is through.
import { useRead } from '../../data/read.ts'

export function useLiveSource(organization: string, source: string) {
  const shown = useRead('GET /api/organizations/{organization}/sources/{source}', { organization, source })
  const { data } = useRead('GET /api/organizations/{organization}/jobs', { organization })
  const held = shown.data?.source.job
  const live = data?.jobs.find(job => job.kind === 'import' && job.source === source)
  const isNewer = live !== undefined && (held == null || live.id === held.id || live.created > held.created)
  if (!shown.data || !isNewer) return shown
  const jobs = [live, ...shown.data.jobs.filter(job => job.id !== live.id)]
  return { ...shown, data: { ...shown.data, source: { ...shown.data.source, job: live }, jobs } }
}
