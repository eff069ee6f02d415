// The proof of an entry, as soon as a checkpoint covers it, opened by the key that the log names.
import { useMemo } from 'react'
import { described } from './opened-log.ts'
import { type OpenedProof, openedProof } from './opened-proof.ts'
import { useLogFile } from './use-log-file.ts'

const soonMs = 1_500

export interface ReadProof {
  /** undefined: on its way; null: it is not there yet. */
  readonly proof: OpenedProof | null | undefined
  /** Something came that this log did not sign. */
  readonly isWrong: boolean
}

export function useProof(organization: string, seq: number): ReadProof {
  const about = useLogFile(organization, 'log.json')
  const held = useLogFile(organization, `proof/${seq}`, content => (content ? false : soonMs))
  return useMemo(() => {
    if (about.content === undefined || held.content === undefined) return { proof: undefined, isWrong: false }
    if (held.content === null) return { proof: null, isWrong: false }
    const log = about.content ? described(about.content) : null
    const proof = log && openedProof(held.content, log)
    // A good proof of another entry is none of this one.
    return proof && proof.index === seq ? { proof, isWrong: false } : { proof: null, isWrong: true }
  }, [about.content, held.content, seq])
}
