// The log as a file: nobody reads it so, since who could vote with what stands beside the entries. The server that keeps a log
// reads it itself.
import { type Reader, SourceRefused } from '../reader.ts'

export const logReader: Reader = {
  kind: 'log',
  // biome-ignore lint/correctness/useYield: it is a reader like the others, and gives nothing.
  async *read() {
    const reason = 'A log is read by the server that keeps it, and not from a file'
    throw new SourceRefused({ code: 'evidence.log_elsewhere', reason, facts: {} })
  },
}
