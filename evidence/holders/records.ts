// Where the holders stand in a JSON document, told by its beginning.
import type { ReadContext } from '../reader.ts'
import { createLedger } from '../reading/ledger.ts'
import { readText } from '../reading/text.ts'

const listNames = 'holders|balances|claims|accounts|recipients|tokenHolders|data|result|items|records'

/**
 * `$.*` for an array and for an object by address; `$.holders.*` and the like where an object of such a name opens in the
 * first piece of the document.
 */
export async function holderRecords(context: ReadContext): Promise<string> {
  // A look ahead, of which the reading's own ledger hears nothing.
  for await (const text of readText({ ...context, ledger: createLedger() })) {
    const start = text.trimStart()
    if (!start.startsWith('{') || /^\{\s*"0x[0-9a-fA-F]{40}"/.test(start)) return '$.*'
    const named = new RegExp(`"(${listNames})"\\s*:\\s*[[{]`).exec(start)
    return named === null ? '$.*' : `$.${named[1]}.*`
  }
  return '$.*'
}
