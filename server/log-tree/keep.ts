// What an operator does with logs from the command line, on a data folder and its database: look, take out, change the key,
// bring back.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { capabilities } from '@equalizer/capabilities'
import { accepted, type Result, refused } from '@equalizer/core'
import { folderFiles } from '@equalizer/tlog/node'
import { createBell } from '../bell.ts'
import { charterRows } from '../charter/charter-rows.ts'
import { machineClock } from '../clock.ts'
import { openCapabilityTables } from '../door/capability-rows.ts'
import { doorProjections } from '../door/open-door.ts'
import { createLogger } from '../log/logger.ts'
import { makeFolder } from '../make-folder.ts'
import { createIds } from '../new-id.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { exportOf } from './export.ts'
import { logFolders, mirrorsName } from './log-folder.ts'
import { OrganizationLog } from './organization-log.ts'
import type { LogParts } from './parts.ts'
import { policyFile } from './policy-file.ts'
import { type Recovered, recoverLog } from './recover.ts'
import { type Rotated, rotateKey } from './rotate.ts'
import { stateFile, stateUpTo } from './state-file.ts'

export interface LogPlace {
  /** The data folder. */
  readonly folder: string
  /** A Postgres server; left out: the embedded database in the folder. */
  readonly url?: string
  /** The name in the origins of logs that begin now; null: none. */
  readonly publicName: string | null
}

export interface LogStatus {
  readonly organization: string
  /** Entries in the database. */
  readonly stored: number
  /** Of the newest checkpoint that was signed here, and of the one that readers get. */
  readonly signed: number
  readonly served: number
  readonly origin: string | null
  readonly vkey: string | null
  /** Code of why it is not gone on with. */
  readonly problem: string | null
}

export interface Keeping {
  status(): Promise<LogStatus[]>
  /** Every file of the log into a folder that is empty or not there. Codes: `log.unpublished`, `log.held`, `log.not_empty`. */
  export(organization: string, to: string): Promise<Result<{ readonly size: number; readonly files: number }>>
  /** Codes: `log.elsewhere`. */
  rotate(organization: string, retireNow: boolean): Promise<Result<Rotated>>
  /** A log from before logs were published, from now on. Codes: `log.unpublished`, `log.not_held`. */
  publish(organization: string): Promise<Result<{ readonly size: number }>>
  /** Codes: those of `recoverLog`. */
  recover(organization: string): Promise<Result<Recovered>>
}

/** Codes: `store.locked`, `store.newer`. Each log is published first, as far as it is not. */
export async function keepLogs<T>(
  { folder, url, publicName }: LogPlace,
  use: (keeping: Keeping) => Promise<T>,
): Promise<Result<T>> {
  const store = await openStore({ folder, alone: true, ...(url === undefined ? {} : { url }) })
  if (!store.ok) return store
  try {
    return accepted(await use(keepingOf(store.value, folder, publicName)))
  } finally {
    await store.value.close()
  }
}

function keepingOf(store: Store, root: string, publicName: string | null): Keeping {
  const log = createLogger(process.stderr, { level: 'silent' })
  const clock = machineClock
  const folders = logFolders(root)
  const parts: LogParts = {
    store,
    folders,
    clock,
    log,
    publicName,
    policy: policyFile(root, log),
    mirrors: policyFile(root, log, mirrorsName),
  }
  const published = async (organization: string) => {
    const one = new OrganizationLog(parts, organization, () => {})
    await one.round()
    await one.gathering.close()
    return one
  }
  const headOf = (organization: string) =>
    store.db
      .selectFrom('log_heads')
      .select('held')
      .where('organization_id', '=', organization)
      .executeTakeFirst()
  return {
    async status() {
      const heads = await store.db
        .selectFrom('log_heads')
        .select(['organization_id', 'size', 'origin', 'vkey'])
        .orderBy('organization_id')
        .execute()
      const all: LogStatus[] = []
      for (const { organization_id: organization, size: stored } of heads) {
        const one = await published(organization)
        const [signed, served] = [one.signed.size, one.served?.size ?? 0]
        const key = one.identity?.signers[0]?.vkey
        const problem = one.problem?.code ?? null
        all.push({
          organization,
          stored,
          signed,
          served,
          origin: key?.name ?? null,
          vkey: key?.text ?? null,
          problem,
        })
      }
      return all
    },
    async export(organization, to) {
      const found = await readdir(to).catch(() => [])
      if (found.length > 0) return refused('log.not_empty', `${to} is not empty.`, { to })
      const one = await published(organization)
      if (one.problem?.code === 'log.held') return { ok: false, refusal: one.problem }
      const served = one.served?.size ?? 0
      const folder = join(folders.pathOf(organization), 'state')
      await stateFile(store, organization, folder, served)
      const files = await exportOf(one, (await stateUpTo(folder, served))?.path ?? null)
      if (!files)
        return refused('log.unpublished', 'No log of that name is published here.', { organization })
      await makeFolder(to, 0o777)
      const target = folderFiles(to)
      let count = 0
      for await (const { path, content } of files) {
        const pieces: Uint8Array[] = []
        for await (const piece of content) pieces.push(piece)
        await target.write(path, Buffer.concat(pieces))
        count += 1
      }
      return accepted({ size: one.served?.size ?? 0, files: count })
    },
    async rotate(organization, retireNow) {
      const rotated = await rotateKey(parts, organization, retireNow)
      if (rotated.ok) await published(organization)
      return rotated
    },
    async publish(organization) {
      const row = await headOf(organization)
      if (!row) return refused('log.unpublished', 'There is no log of that name here.', { organization })
      if (!row.held) return refused('log.not_held', 'Nothing of this log is held back.', { organization })
      await store.db
        .updateTable('log_heads')
        .set({ held: false })
        .where('organization_id', '=', organization)
        .execute()
      const { signed, problem } = await published(organization)
      return problem ? { ok: false, refusal: problem } : accepted({ size: signed.size })
    },
    async recover(organization) {
      // A database that was just restored has none of the tables that are made of the log.
      await openCapabilityTables(store, capabilities)
      const desk = { clock, newId: createIds(clock), bell: createBell() }
      const recovered = await recoverLog(
        { store, folders, clock, projections: doorProjections([charterRows(desk)]) },
        organization,
      )
      if (recovered.ok) await published(organization)
      return recovered
    },
  }
}
