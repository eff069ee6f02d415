// Where a log is checked: an address, a folder, an archive; what an address gave is kept until the check is through.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Report, Source } from '@equalizer/verify'
import {
  folderSource,
  isFolder,
  type KeptSource,
  keptSource,
  tarSource,
  urlSource,
} from '@equalizer/verify/node'
import { Stop } from '../stop.ts'

export interface Place {
  readonly source: Source
  /** Of an address: what was fetched before a check broke off; null: everything is at hand. */
  readonly kept: KeptSource | null
}

/** `state`: the folder in which things are kept between runs. */
export async function placeOf(log: string, state: string): Promise<Place> {
  if (/^https?:\/\//i.test(log)) return byAddress(log, state)
  if (await isFolder(log)) return { source: folderSource(log), kept: null }
  const archive = await tarSource(log).catch(() => null)
  if (archive) return { source: archive, kept: null }
  const reason = `${log} is no folder, no archive of a log and no http address`
  throw new Stop({ code: 'cli.not_found', reason })
}

function byAddress(log: string, state: string): Place {
  let source: Source
  try {
    source = urlSource(log)
  } catch {
    throw new Stop({ code: 'cli.usage', reason: `${log} is no address` })
  }
  const name = createHash('sha256').update(source.name).digest('hex')
  const kept = keptSource(source, join(state, 'fetched', name))
  return { source: kept, kept }
}

/** Checks; and once more from the beginning where something is wrong that may be in what was kept. */
export async function checkedAt(
  { source, kept }: Place,
  check: (source: Source) => Promise<Report>,
): Promise<Report> {
  const report = await check(source)
  if (!kept || report.problem?.code === 'source.unreadable') return report
  const again = !report.ok && kept.used() > 0
  await kept.drop()
  if (!again) return report
  const fresh = await check(source)
  await kept.drop()
  return fresh
}
