// A server's jobs in a process of their own that kills itself at a given moment, for the test that nothing counts twice.
import { appendFileSync } from 'node:fs'
import { mappingSchema } from '@equalizer/core'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { foundOrganization, openTestDesk } from './testing.ts'

export const killedOrganization = 'killed'
export const killedRows = 11_000

/** `never`, `stored 2` (after the second batch), `storing 2` (in the midst of it), `reading`, `storing`, `done`. */
export type Moment = string

export interface Life {
  readonly folder: string
  /** A Postgres server; null: the embedded database of the folder. */
  readonly url: string | null
  readonly dies: Moment
  /** UTC milliseconds: a later life finds the beat of an earlier one old. */
  readonly nowMs: number
}

export function killedText(): string {
  const lines = ['id,who,at']
  for (let row = 1; row <= killedRows; row += 1) lines.push(`${row},Person ${row % 97},2026-01-01T00:00:00Z`)
  return `${lines.join('\n')}\n`
}

export const killedMapping = mappingSchema.parse({
  kind: 'task.done',
  actor: { column: 'who', scheme: 'name' },
  time: { column: 'at' },
  id: 'id',
})

function die(folder: string, moment: Moment): never {
  // What is printed may be lost with the process; a file is not.
  appendFileSync(`${folder}/died`, `${moment}\n`)
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}

async function live({ folder, url, dies, nowMs }: Life): Promise<void> {
  const opened = await openStore(url === null ? { folder } : { folder, url })
  if (!opened.ok) throw new Error(opened.refusal.reason)
  let batches = 0
  const store: Store = {
    ...opened.value,
    async copy(table, ...rest) {
      if (table !== 'observations') return opened.value.copy(table, ...rest)
      batches += 1
      const copying = opened.value.copy(table, ...rest)
      if (dies === `storing ${batches}`) setImmediate(() => die(folder, dies))
      await copying
      if (dies === `stored ${batches}`) die(folder, dies)
    },
  }
  const desk = await openTestDesk({ store, root: folder })
  desk.clock.set(nowMs)
  desk.bell.listen(killedOrganization, news => {
    if (news.event !== 'job' || news.data.kind !== 'import') return
    const { state, phase } = news.data
    if (dies === phase || dies === state) die(folder, dies)
  })
  const known = await store.db.selectFrom('organizations').select('name').executeTakeFirst()
  if (known === undefined) {
    await foundOrganization(desk, killedOrganization, {
      'tasks.csv': { text: killedText(), source: { id: 'tasks', kind: 'table', mapping: killedMapping } },
    })
    await desk.jobs.order(killedOrganization, { kind: 'import', source: 'tasks' })
  }
  await desk.jobs.idle()
  await desk.jobs.close()
  await store.close()
}

const life = process.argv[2]
if (import.meta.main && life !== undefined) await live(JSON.parse(life) as Life)
