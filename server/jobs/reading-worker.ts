// The thread that reads sources, one after the other: rows out in batches, no faster than they are stored, so that the server stays awake.
import { parentPort } from 'node:worker_threads'
import { createLedger, plainFacts, readers, SourceRefused } from '@equalizer/evidence'
import { fingerprintOf } from './fingerprint.ts'
import { type Belonging, type Cell, observationRow, storable } from './observation-row.ts'
import {
  batchesAhead,
  type FromReader,
  type ReadingAccount,
  type ReadingTask,
  type ToReader,
} from './reading-messages.ts'

/** The embedded database stands still for everybody while a batch is stored; half as many cost a tenth more in all. */
const rowsPerBatch = 500
/** A row may carry thousands of file names; a batch ends early when it holds this many characters. */
const charsPerBatch = 1024 * 1024
const progressEveryMs = 250

const stopping = new AbortController()
let ahead = 0
let wake: (() => void) | null = null

parentPort?.on('message', (message: ToReader) => {
  if (message.is === 'read') begin(message.task)
  else if (message.is === 'more') ahead -= 1
  else {
    stopping.abort(new Error('stopped'))
    // Nothing keeps the thread alive any more once what it started has ended.
    parentPort?.close()
  }
  wake?.()
})

function begin(task: ReadingTask): void {
  ahead = 0
  read(task).catch(error => {
    // Whoever said stop does not listen any more; any other fault ends the thread and is heard outside.
    if (!stopping.signal.aborted) throw error
  })
}

function say(message: FromReader): void {
  parentPort?.postMessage(message)
}

/** Waits until the storing side has room again. */
async function sayBatch(is: 'rows' | 'claims', rows: readonly (readonly Cell[])[]): Promise<void> {
  while (ahead >= batchesAhead) {
    await new Promise<void>(resolve => {
      wake = resolve
    })
    wake = null
    stopping.signal.throwIfAborted()
  }
  ahead += 1
  say({ is, rows })
}

/** Time is only looked at so as not to speak too often. */
function progressTeller(): (done: number, total: number | null) => void {
  let last = Number.NEGATIVE_INFINITY
  return (done, total) => {
    const now = performance.now()
    if (now - last < progressEveryMs) return
    last = now
    say({ is: 'progress', done, total })
  }
}

async function read(task: ReadingTask): Promise<void> {
  const ledger = createLedger({ onProgress: progressTeller() })
  const kinds = new Map<string, number>()
  const account = (): ReadingAccount => ({
    ...ledger.account(),
    kinds: [...kinds].map(([kind, observations]) => ({ kind, observations })),
  })
  try {
    const { signal } = stopping
    const { fingerprint, bytes, source } = await fingerprintOf({ ...task, signal })
    if (fingerprint === task.unchanged) return say({ is: 'unchanged' })
    const resumed = task.resumes?.fingerprint === fingerprint ? task.resumes : null
    const kept = resumed?.rows ?? 0
    const belonging = { organization: task.organization, importId: resumed?.importId ?? task.importId }
    say({ is: 'begun', importId: belonging.importId, fingerprint, bytes, kept })
    let batch: Cell[][] = []
    let chars = 0
    let row = 0
    let firstMs: number | null = null
    let lastMs: number | null = null
    for await (const observations of readers[source.kind].read({ source, path: task.path, ledger, signal })) {
      signal.throwIfAborted()
      for (const observation of observations) {
        row += 1
        kinds.set(observation.kind, (kinds.get(observation.kind) ?? 0) + 1)
        const { atMs } = observation
        if (atMs !== null) {
          firstMs = firstMs === null ? atMs : Math.min(firstMs, atMs)
          lastMs = lastMs === null ? atMs : Math.max(lastMs, atMs)
        }
        if (row <= kept) continue
        const cells = observationRow(belonging, row, observation)
        batch.push(cells)
        for (const cell of cells) if (typeof cell === 'string') chars += cell.length
        if (batch.length < rowsPerBatch && chars < charsPerBatch) continue
        await sayBatch('rows', batch)
        batch = []
        chars = 0
      }
    }
    if (batch.length > 0) await sayBatch('rows', batch)
    await sayClaims(belonging, ledger.claims())
    say({ is: 'end', account: account(), observations: row, firstMs, lastMs })
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error
    const { code, reason, facts } = error.refusal
    say({
      is: 'refused',
      refusal: { code, reason, facts: plainFacts(facts) },
      account: settled(account(), code),
    })
  }
}

/** A refused source takes along the rows that were read and not yet judged, so that its account adds up too. */
function settled(account: ReadingAccount, code: string): ReadingAccount {
  const passedOver = Object.values(account.passedOver).reduce((sum, rows) => sum + rows, 0)
  const open = account.rowsRead - account.rowsUsed - passedOver - account.rowsRefused
  if (open <= 0) return account
  const refusedByCode = { ...account.refusedByCode, [code]: (account.refusedByCode[code] ?? 0) + open }
  return { ...account, rowsRefused: account.rowsRefused + open, refusedByCode }
}

type Claims = ReturnType<ReturnType<typeof createLedger>['claims']>

async function sayClaims({ organization, importId }: Belonging, claims: Claims): Promise<void> {
  for (let from = 0; from < claims.length; from += rowsPerBatch) {
    const rows = claims.slice(from, from + rowsPerBatch).map(({ a, b, rule, detail }, at): Cell[] => {
      return [
        organization,
        importId,
        from + at + 1,
        storable(a),
        storable(b),
        storable(rule),
        storable(detail),
      ]
    })
    await sayBatch('claims', rows)
  }
}
