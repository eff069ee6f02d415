// Who cosigned the checkpoint that stands, as the server gathered it; a cosignature counts only by a witness's own key.
import { useMemo } from 'react'
import { useLogFile } from './use-log-file.ts'

/** A witness, or a mirror that cosigns what it holds. */
export interface Cosigner {
  readonly name: string
  /** null: not yet. */
  readonly timestampMs: number | null
  /** Of the checkpoint that it cosigned last. */
  readonly size: number | null
  /** Why it did not, where that is known; a code. */
  readonly problem: string | null
}

export interface WitnessesView {
  /** Of the checkpoint that this is about. */
  readonly size: number
  readonly signedMs: number | null
  /** Of the newest checkpoint; larger than `size` while the quorum is waited for. */
  readonly signed: number
  readonly quorum: { readonly needed: string; readonly met: boolean }
  readonly witnesses: readonly Cosigner[]
  readonly mirrors: readonly Cosigner[]
}

const everyMs = 10_000

type Loose = Readonly<Record<string, unknown>>
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const listOf = (value: unknown): readonly Loose[] =>
  Array.isArray(value) ? value.filter((one): one is Loose => one !== null && typeof one === 'object') : []

const cosigner = ({ name, timestampMs, size, problem }: Loose): Cosigner => ({
  name: textOf(name) ?? '',
  timestampMs: numberOf(timestampMs),
  size: numberOf(size),
  problem: textOf(problem),
})

/** Other servers of the same log may answer more or less than this one. */
function witnessesIn(content: string): WitnessesView | null {
  try {
    const read = JSON.parse(content) as Loose
    const quorum = (read.quorum ?? {}) as Loose
    return {
      size: numberOf(read.size) ?? 0,
      signed: numberOf(read.signed) ?? numberOf(read.size) ?? 0,
      signedMs: numberOf(read.signedMs),
      quorum: { needed: textOf(quorum.needed) ?? '', met: quorum.met === true },
      witnesses: listOf(read.witnesses).map(cosigner),
      mirrors: listOf(read.mirrors).map(cosigner),
    }
  } catch {
    return null
  }
}

export function useWitnesses(organization: string): WitnessesView | null {
  const { content } = useLogFile(organization, 'witnesses', everyMs)
  return useMemo(() => (content ? witnessesIn(content) : null), [content])
}
