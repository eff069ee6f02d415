// What a log does to get a cosignature: asks a witness over HTTP, and believes nothing that is not signed by its key.
import { accepted, type Result, refused } from '@equalizer/core'
import {
  type Ed25519Verify,
  formatAddCheckpoint,
  parseCheckpointText,
  parseKnownSize,
  parseNote,
  parseSignatureLines,
  type Vkey,
  verifyCosignature,
} from '@equalizer/tlog'
import { wordsOf } from './log-source.ts'
import { readBounded } from './read-bounded.ts'

export interface AskWitness {
  /** The witness's submission prefix. */
  readonly url: string
  readonly vkey: Vkey
  /** The signed note that is to be cosigned. */
  readonly checkpoint: string
  /** The size that this witness is thought to have cosigned last; 0 where nothing is known. */
  readonly sizeKnown: number
  /** A consistency proof from that size to the checkpoint's; asked for no size of 0 and none beyond the checkpoint's. */
  readonly proofFrom: (size: number) => Promise<readonly Uint8Array[]>
  readonly verify?: Ed25519Verify
  readonly signal?: AbortSignal
  /** Of one request. */
  readonly timeoutMs?: number
}

export type WitnessAnswer =
  /** A signature line that was verified, without its newline. */
  | { readonly line: string; readonly timestampSeconds: number }
  /** The witness has seen more than this checkpoint holds. */
  | { readonly conflictSize: number }

const answerBytesAtMost = 64 * 1_024

/** A 409 tells where to start from: so often it is believed, for another request may come between. */
const tries = 3

/**
 * Codes: `witness.unreachable`, `witness.refused` (facts: status), `witness.unclear` (an answer that is none),
 * `witness.bad_checkpoint` (ours is none).
 */
export async function askWitness(ask: AskWitness): Promise<Result<WitnessAnswer>> {
  const note = parseNote(ask.checkpoint)
  const read = note.ok ? parseCheckpointText(note.value.text) : note
  if (!note.ok || !read.ok)
    return refused('witness.bad_checkpoint', 'What is to be cosigned is no checkpoint.')
  let size = ask.sizeKnown
  for (let tried = 0; tried < tries; tried++) {
    if (size > read.value.size) return accepted({ conflictSize: size })
    const answer = await post(ask, size)
    if (!answer.ok) return answer
    if (answer.value.status === 200) return cosignatureIn(answer.value.body, note.value.text, ask)
    if (answer.value.status !== 409) return saidNo(ask, answer.value)
    const told = parseKnownSize(answer.value.body)
    if (told === null) return refused('witness.unclear', `${ask.url} answered a conflict without a size.`)
    size = told
  }
  return size > read.value.size
    ? accepted({ conflictSize: size })
    : refused('witness.refused', `${ask.url} has another size each time it is asked.`, { status: 409 })
}

interface Answered {
  readonly status: number
  readonly body: string
}

async function post(ask: AskWitness, old: number): Promise<Result<Answered>> {
  const proof = old === 0 ? [] : await ask.proofFrom(old)
  const timeout = AbortSignal.timeout(ask.timeoutMs ?? 10_000)
  try {
    const response = await fetch(`${ask.url.replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST',
      body: formatAddCheckpoint({ old, proof, checkpoint: ask.checkpoint }),
      signal: ask.signal ? AbortSignal.any([ask.signal, timeout]) : timeout,
      redirect: 'error',
    })
    const body = await readBounded(response, answerBytesAtMost)
    if (body === null) return refused('witness.unclear', `${ask.url} answered at too great a length.`)
    return accepted({ status: response.status, body: new TextDecoder().decode(body) })
  } catch (error) {
    return refused('witness.unreachable', `${ask.url} ${wordsOf(error)}.`)
  }
}

function saidNo({ url }: AskWitness, { status, body }: Answered): Result<never> {
  const words = body.split('\n')[0]?.slice(0, 200) ?? ''
  return refused('witness.refused', `${url} answered ${status}: ${words}`, { status })
}

/** Lines of other keys are passed over, as the protocol has it. */
function cosignatureIn(body: string, text: string, ask: AskWitness): Result<WitnessAnswer> {
  const { url, vkey, verify } = ask
  const lines = parseSignatureLines(body)
  const own = lines.ok ? lines.value.find(({ name, id }) => name === vkey.name && id === vkey.id) : undefined
  const cosigned = own && verifyCosignature(text, own, vkey, verify)
  if (!own || !cosigned?.ok) {
    return refused('witness.unclear', `${url} answered without a valid cosignature of ${vkey.name}.`)
  }
  return accepted({ line: own.line, timestampSeconds: cosigned.value.timestampSeconds })
}
