// The example of docs/acts.md: commands, read off the page and sent through the kernel, and what the log then comes to.
import {
  canonical,
  createKernel,
  createLedger,
  entrySchema,
  type Kernel,
  type Ledger,
  strictLedger,
} from '@equalizer/core'
import { capabilities } from '../list.ts'

type Sent = Parameters<Ledger['send']>

export interface Line {
  readonly atMs: number
  readonly by: Sent[1]
  readonly command: Sent[0]
}

/** The log that the lines make, and its `state` as a server publishes it. A command that is refused throws. */
export function replayed(
  lines: readonly Line[],
  document: { readonly cid: string; readonly text: string },
  foundedMs: number,
): { readonly ledger: Ledger; readonly state: string } {
  const plain = createKernel(capabilities)
  const kernel: Kernel = {
    ...plain,
    handle: (command, by, books, now) => {
      const kept = (cid: string) => (cid === document.cid ? document.text : books.document(cid))
      return plain.handle(command, by, { ...books, document: kept }, now)
    },
  }
  const ledger = strictLedger(createLedger(kernel), entrySchema(capabilities))
  ledger.found({ stewards: ['p-ada0'], draws: null }, foundedMs)
  for (const { command, by, atMs } of lines) {
    const sent = ledger.send(command, by, atMs)
    if (!sent.ok) throw new Error(`${sent.refusal.code} at ${canonical(command)}`)
  }
  return { ledger, state: stateOf(ledger) }
}

function stateOf({ entries, books }: Ledger): string {
  const names = new Set(entries.flatMap(({ events }) => events.map(({ stream }) => stream)))
  names.delete('standing')
  const lines = [...names].sort().map(stream => canonical({ state: books.stream(stream), stream }))
  return [canonical({ size: entries.length }), ...lines].join('\n')
}
