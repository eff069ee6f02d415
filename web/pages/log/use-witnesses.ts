// Who cosigned the checkpoint that stands, as the server gathered it; a cosignature counts only by a witness's own key.
import { useMemo } from 'react'
import { useLogFile } from './use-log-file.ts'

export interface Witness {
  readonly name: string
  readonly url: string | null
  /** null: not yet. */
  readonly timestampMs: number | null
}

export interface Mirror {
  readonly name: string
  readonly url: string | null
  /** Entries that it has; null: it does not answer. */
  readonly size: number | null
}

export interface WitnessesView {
  /** Of the checkpoint that this is about. */
  readonly size: number
  readonly signedMs: number | null
  readonly quorum: { readonly needed: string; readonly met: boolean }
  readonly witnesses: readonly Witness[]
  readonly mirrors: readonly Mirror[]
}

const everyMs = 10_000

type Loose = Readonly<Record<string, unknown>>
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const listOf = (value: unknown): readonly Loose[] =>
  Array.isArray(value) ? value.filter((one): one is Loose => one !== null && typeof one === 'object') : []

/** Other servers of the same log may answer more or less than this one. */
function witnessesIn(content: string): WitnessesView | null {
  try {
    const read = JSON.parse(content) as Loose
    const quorum = (read.quorum ?? {}) as Loose
    return {
      size: numberOf(read.size) ?? 0,
      signedMs: numberOf(read.signedMs),
      quorum: { needed: textOf(quorum.needed) ?? '', met: quorum.met === true },
      witnesses: listOf(read.witnesses).map(({ name, url, timestampMs }) => ({
        name: textOf(name) ?? '',
        url: textOf(url),
        timestampMs: numberOf(timestampMs),
      })),
      mirrors: listOf(read.mirrors).map(({ name, url, size }) => ({
        name: textOf(name) ?? textOf(url) ?? '',
        url: textOf(url),
        size: numberOf(size),
      })),
    }
  } catch {
    return null
  }
}

export function useWitnesses(organization: string): WitnessesView | null {
  const { content } = useLogFile(organization, 'witnesses', everyMs)
  return useMemo(() => (content ? witnessesIn(content) : null), [content])
}
