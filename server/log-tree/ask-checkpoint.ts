// The checkpoint that a witness or a mirror has of a log, asked of its address: a short text, or nothing.
import { originHash } from '@equalizer/tlog'
import { readBounded } from '@equalizer/witness'

const askMs = 3_000
const answerBytesAtMost = 64 * 1_024

/** `url`: what it serves reads under. null: it cannot be reached, has none, or answers at too great a length. */
export async function askCheckpoint(url: string, origin: string): Promise<string | null> {
  try {
    const address = `${url.replace(/\/$/, '')}/${originHash(origin)}/checkpoint`
    const answer = await fetch(address, { signal: AbortSignal.timeout(askMs), redirect: 'error' })
    const bytes = answer.ok ? await readBounded(answer, answerBytesAtMost) : null
    return bytes && new TextDecoder().decode(bytes)
  } catch {
    return null
  }
}
