// Who cosigned the log and when, whether that is enough, who is behind, and the mirrors with their lag.
import { logWords } from '../../messages/log-words.ts'
import { Tag } from '../../parts/tag.tsx'
import { Time } from '../../parts/time.tsx'
import { count } from '../../words/format.ts'
import { quorumWords } from '../../words/quorum-words.ts'
import type { Cosigner, WitnessesView } from './use-witnesses.ts'

interface RowsProps {
  readonly cosigners: readonly Cosigner[]
  /** Entries of the newest checkpoint. */
  readonly signed: number
}

function Stands({ cosigner, signed }: { readonly cosigner: Cosigner; readonly signed: number }) {
  const words = logWords().log.witnesses
  const { timestampMs, size, problem } = cosigner
  const behind = size === null ? null : Math.max(0, signed - size)
  return (
    <span className="soft log-stands">
      {timestampMs === null ? words.waits : <Time iso={new Date(timestampMs).toISOString()} />}
      {behind !== null && behind > 0 && <span>{words.behind(count(behind))}</span>}
      {problem !== null && <code>{problem}</code>}
    </span>
  )
}

function Rows({ cosigners, signed }: RowsProps) {
  return (
    <ul className="log-witnesses">
      {cosigners.map(one => (
        <li key={one.name}>
          <span className="log-hash">{one.name}</span>
          <Stands cosigner={one} signed={signed} />
        </li>
      ))}
    </ul>
  )
}

export function Witnesses({ witnesses: view }: { readonly witnesses: WitnessesView | null }) {
  const words = logWords().log.witnesses
  if (view === null) return null
  const { quorum, witnesses, mirrors, size, signed } = view
  const needed = quorumWords(quorum.needed)
  return (
    <div className="log-cosigned">
      <h3>{words.title}</h3>
      <p className="soft">{witnesses.length === 0 ? words.none : words.hint}</p>
      {witnesses.length > 0 && (
        <p>
          <Tag tone={quorum.met ? 'true' : 'warn'}>
            {quorum.met ? words.met(needed) : words.notMet(needed)}
          </Tag>
        </p>
      )}
      {signed > size && <p>{words.waiting(count(signed))}</p>}
      <Rows cosigners={witnesses} signed={signed} />
      {mirrors.length > 0 && <h3>{words.mirrors}</h3>}
      <Rows cosigners={mirrors} signed={signed} />
    </div>
  )
}
