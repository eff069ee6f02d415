// Who cosigned the checkpoint and when, whether that is enough, and the mirrors with their lag.
import { text } from '../../messages/text.ts'
import { Tag } from '../../parts/tag.tsx'
import { Time } from '../../parts/time.tsx'
import { count } from '../../words/format.ts'
import type { Mirror, WitnessesView } from './use-witnesses.ts'

function Mirrors({ mirrors, size }: { readonly mirrors: readonly Mirror[]; readonly size: number }) {
  const words = text.log.witnesses
  if (mirrors.length === 0) return null
  return (
    <>
      <h3>{words.mirrors}</h3>
      <ul className="log-witnesses">
        {mirrors.map(mirror => (
          <li key={mirror.name}>
            <span className="log-hash">{mirror.name}</span>
            <span className="soft">
              {mirror.size === null ? words.noAnswer : words.behind(count(Math.max(0, size - mirror.size)))}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

export function Witnesses({ witnesses: view }: { readonly witnesses: WitnessesView | null }) {
  const words = text.log.witnesses
  if (view === null) return null
  const { quorum, witnesses, mirrors, size } = view
  return (
    <div className="log-cosigned">
      <h3>{words.title}</h3>
      <p className="soft">{witnesses.length === 0 ? words.none : words.hint}</p>
      {witnesses.length > 0 && (
        <p>
          <Tag tone={quorum.met ? 'true' : 'warn'}>
            {quorum.met ? words.met(quorum.needed) : words.notMet(quorum.needed)}
          </Tag>
        </p>
      )}
      <ul className="log-witnesses">
        {witnesses.map(({ name, timestampMs }) => (
          <li key={name}>
            <span className="log-hash">{name}</span>
            <span className="soft">
              {timestampMs === null ? words.waits : <Time iso={new Date(timestampMs).toISOString()} />}
            </span>
          </li>
        ))}
      </ul>
      <Mirrors mirrors={mirrors} size={size} />
    </div>
  )
}
