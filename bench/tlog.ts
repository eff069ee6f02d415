// The tree of a million entries against SHA-256 of the same bytes, by Node's own hash and by JavaScript alone as a browser has it.
import { hash } from 'node:crypto'
import { emptyFrontier, extended, leafHash, rootOf } from '@equalizer/tlog'
import { nativeLeafHash } from '@equalizer/tlog/node'
import { type Bench, type BenchLine, compare } from './bench.ts'

const rounds = 1
/** About what an entry of a ballot takes. */
const entryBytes = 420

/** One entry after another in the same memory, each another one. */
function* entries(count: number): Generator<Uint8Array> {
  const entry = new Uint8Array(entryBytes).fill(46)
  const view = new DataView(entry.buffer)
  for (let i = 0; i < count; i++) {
    view.setUint32(0, i)
    yield entry
  }
}

function* leaves(count: number, leafOf: (entry: Uint8Array) => Uint8Array): Generator<Uint8Array> {
  for (const entry of entries(count)) yield leafOf(entry)
}

function growing(name: string, count: number, leafOf: (entry: Uint8Array) => Uint8Array): Promise<BenchLine> {
  return compare({
    name: `${name}: ${count.toLocaleString('en-US')} entries of ${entryBytes} bytes`,
    baseline: "Node's SHA-256 of each entry",
    rounds,
    limit: null,
    ours: () => rootOf(extended(emptyFrontier, leaves(count, leafOf))),
    theirs: () => {
      let last: Uint8Array | undefined
      for (const entry of entries(count)) last = hash('sha256', entry, 'buffer')
      return last
    },
  })
}

export const tlogBench: Bench = {
  name: 'a log’s tree',
  async run() {
    return {
      lines: [
        await growing('the tree, leaves by Node', 1_000_000, nativeLeafHash),
        await growing('the tree, all in JavaScript', 1_000_000, leafHash),
      ],
      notes: [
        'A tree hashes as many nodes as it has leaves, less one: twice the hashes, the second half of 65 bytes each.',
      ],
    }
  },
}
