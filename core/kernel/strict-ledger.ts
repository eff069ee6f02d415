// A ledger that throws at the first entry that its schema does not know: for tests, so that nothing undeclared gets into a log.
import type { z } from 'zod'
import type { Entry } from '../log/entry.ts'
import type { Ledger } from './ledger.ts'

/** As the ledger given, which is not to be used beside it. `schema`: what `entrySchema` answers for its capabilities. */
export function strictLedger(ledger: Ledger, schema: z.ZodType<Entry>): Ledger {
  let checked = 0
  function afterwards<T>(result: T): T {
    for (; checked < ledger.entries.length; checked += 1) checkEntry(ledger.entries[checked], schema)
    return result
  }
  return {
    ...ledger,
    found: (founding, atMs) => afterwards(ledger.found(founding, atMs)),
    send: (command, by, atMs) => afterwards(ledger.send(command, by, atMs)),
    tick: atMs => afterwards(ledger.tick(atMs)),
  }
}

function checkEntry(entry: Entry | undefined, schema: z.ZodType<Entry>): void {
  const read = schema.safeParse(entry)
  if (read.success) return
  throw new Error(`no entry: ${JSON.stringify(read.error.issues)} in ${JSON.stringify(entry)}`)
}
