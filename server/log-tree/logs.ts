// The published logs of this server: woken by the door, asked by readers, and what each refuses for.
import { rm } from 'node:fs/promises'
import { accepted, type Result } from '@equalizer/core'
import type { Logs } from '../desk.ts'
import { exportOf } from './export.ts'
import { logFolders, mirrorsName, place } from './log-folder.ts'
import { mirrorsOf } from './mirrors.ts'
import { OrganizationLog } from './organization-log.ts'
import type { LogParts } from './parts.ts'
import { type PolicyFile, policyFile } from './policy-file.ts'
import { proofOf } from './proof.ts'
import { readTile } from './read-tile.ts'
import { elsewhere, held } from './refusals.ts'
import { createRounds } from './rounds.ts'
import type { StateFile } from './state-file.ts'
import { createStates } from './states.ts'
import { witnessesOf } from './witnesses-of.ts'

export type OpenLogs = Omit<LogParts, 'folders' | 'policy' | 'mirrors'> & {
  /** The data folder. */
  readonly root: string
  /** Left out: those of the data folder. */
  readonly folders?: LogParts['folders']
  /** Left out: its file in the data folder. */
  readonly policy?: PolicyFile
}

/** How often a server that shares its database looks what others appended. */
const lookMs = 2_000
/** How long an export waits for a checkpoint over all that its state says, and how long whoever reads the state alone. */
const exportWaitMs = 5_000
const stateWaitMs = 1_000
/** Nothing of such a log is served here, however long one waits. */
const unserved = new Set(['log.elsewhere', 'log.held'])

export function openLogs({ root, folders = logFolders(root), policy, ...rest }: OpenLogs): Logs {
  const parts: LogParts = {
    ...rest,
    folders,
    policy: policy ?? policyFile(root, rest.log),
    mirrors: policyFile(root, rest.log, mirrorsName),
  }
  const mirrors = mirrorsOf(parts)
  const logs = new Map<string, OrganizationLog>()
  const waiting = new Map<string, Set<() => void>>()
  const states = createStates(parts)
  /** Organizations whose last round failed; they are tried again. */
  const stalled = new Set<string>()

  const told = ({ organization }: OrganizationLog) => {
    for (const tell of waiting.get(organization) ?? []) tell()
  }
  const logOf = (organization: string): OrganizationLog => {
    const found = logs.get(organization) ?? new OrganizationLog(parts, organization, told)
    logs.set(organization, found)
    return found
  }
  const rounds = createRounds(
    async organization => {
      await logOf(organization).round()
      stalled.delete(organization)
    },
    (organization, error) => {
      stalled.add(organization)
      parts.log.error({ err: error, organization }, 'a log could not be published')
    },
  )

  /** null: there is no such log. Names that anybody may try make nothing here. */
  async function known(organization: string): Promise<Result<OrganizationLog | null>> {
    let log = logs.get(organization) ?? null
    if (log === null || log.served === null) {
      const row = await parts.store.db
        .selectFrom('log_heads')
        .select('held')
        .where('organization_id', '=', organization)
        .executeTakeFirst()
      if (!row) return accepted(null)
      if (row.held) return held(organization)
    }
    if (log === null) {
      log = logOf(organization)
      rounds.wake(organization)
    }
    await log.open()
    if (log.problem?.code === 'log.elsewhere') return elsewhere(organization)
    return accepted(log.served === null ? null : log)
  }

  let looking: NodeJS.Timeout | null = null
  async function wakeGrown(): Promise<void> {
    const heads = await parts.store.db.selectFrom('log_heads').select(['organization_id', 'size']).execute()
    for (const { organization_id, size } of heads) {
      const log = logs.get(organization_id)
      if (log?.problem?.code !== 'log.elsewhere' && log?.signed.size !== size) rounds.wake(organization_id)
    }
  }

  function servedBeyond(log: OrganizationLog, seq: number, waitMs: number): Promise<void> {
    const { organization } = log
    const all = waiting.get(organization) ?? new Set()
    waiting.set(organization, all)
    return new Promise(resolve => {
      const end = () => {
        clearTimeout(timer)
        all.delete(tell)
        if (all.size === 0 && waiting.get(organization) === all) waiting.delete(organization)
        resolve()
      }
      const tell = () => {
        if ((log.served?.size ?? 0) > seq) end()
      }
      const timer = setTimeout(end, waitMs)
      all.add(tell)
      tell()
    })
  }

  /** Whoever replays the entries of the checkpoint comes by the size that the state is of. null: there is no such state. */
  async function stateOf(log: OrganizationLog, waitMs: number): Promise<StateFile | null> {
    const { organization } = log
    const found = await states.of(organization, log.served?.size ?? 0)
    if (found === null || found.size <= (log.served?.size ?? 0)) return found
    rounds.hurry(organization)
    await servedBeyond(log, found.size - 1, waitMs)
    return states.upTo(organization, log.served?.size ?? 0)
  }

  return {
    stored: organization => rounds.wake(organization),
    mayAppend: (organization, size) => logOf(organization).mayAppend(size),
    async file(organization, name) {
      const log = await known(organization)
      if (!log.ok || log.value === null) return log.ok ? accepted(null) : log
      if (name === 'checkpoint') return accepted(Buffer.from(log.value.served?.note ?? ''))
      const bytes = await log.value.files.read(place[name])
      return accepted(name === 'keys' ? (bytes ?? new Uint8Array()) : bytes)
    },
    async tile(organization, name) {
      const log = await known(organization)
      if (!log.ok || log.value === null) return log.ok ? accepted('unpublished') : log
      if (name === null) return accepted(null)
      const { files, signed } = log.value
      const bytes = await readTile(files, signed.size, name)
      // A file that was just replaced by a wider one is found once more.
      return accepted(bytes ?? (await readTile(files, log.value.signed.size, name)))
    },
    async proof(organization, seq) {
      const log = await known(organization)
      if (!log.ok || log.value === null) return log.ok ? accepted('unpublished') : log
      return accepted(await proofOf(log.value, seq))
    },
    async proofSoon(organization, seq, waitMs) {
      const log = logOf(organization)
      rounds.hurry(organization)
      if (!unserved.has(log.problem?.code ?? '')) await servedBeyond(log, seq, waitMs)
      return proofOf(log, seq)
    },
    async state(organization) {
      const log = await known(organization)
      if (!log.ok || log.value === null) return log.ok ? accepted(null) : log
      const found = await stateOf(log.value, stateWaitMs)
      return accepted(found?.path ?? 'unserved')
    },
    async export(organization) {
      const log = await known(organization)
      if (!log.ok || log.value === null) return log.ok ? accepted(null) : log
      const state = await stateOf(log.value, exportWaitMs)
      return accepted(await exportOf(log.value, state?.path ?? null))
    },
    async witnesses(organization) {
      const log = await known(organization)
      if (!log.ok || log.value === null) return log.ok ? accepted(null) : log
      const now = await parts.policy.now()
      return accepted({ ...witnessesOf(log.value, now), mirrors: [...(await mirrors.of(log.value))] })
    },
    async problems() {
      const counts = new Map<string, number>()
      if ((await parts.policy.now()).state === 'invalid') counts.set('log.policy_invalid', 1)
      if ((await parts.mirrors.now()).state === 'invalid') counts.set('log.mirrors_invalid', 1)
      if (stalled.size > 0) counts.set('log.stalled', stalled.size)
      for (const { problem } of logs.values())
        if (problem && problem.code !== 'log.elsewhere')
          counts.set(problem.code, (counts.get(problem.code) ?? 0) + 1)
      return counts
    },
    async start() {
      await wakeGrown()
      // Other servers on the same database append without this one hearing of it.
      if (parts.store.kind !== 'server') return
      looking = setInterval(() => {
        wakeGrown().catch(error => parts.log.error({ err: error }, 'logs could not be looked through'))
      }, lookMs)
      looking.unref()
    },
    idle: () => rounds.idle(),
    async remove(organization) {
      await rounds.drop(organization)
      await logs.get(organization)?.gathering.close()
      logs.delete(organization)
      stalled.delete(organization)
      mirrors.forget(organization)
      states.forget(organization)
      await rm(folders.pathOf(organization), { recursive: true, force: true })
    },
    async close() {
      if (looking) clearInterval(looking)
      await rounds.close()
      for (const { gathering } of logs.values()) await gathering.close()
    },
  }
}
