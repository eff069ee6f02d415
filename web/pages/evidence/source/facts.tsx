// The plain facts of a source: where it comes from, when it was read, how it is read.
import type { SourceState } from '@equalizer/client'
import type { ReactNode } from 'react'
import { text } from '../../../messages/text.ts'
import { Time } from '../../../parts/time.tsx'
import { bytes, day } from '../../../words/format.ts'
import { everyName } from '../words.ts'

/** The options that differ from what is usual, each with its name. */
function optionsOf({ reading }: SourceState): [name: string, value: string][] {
  const { options } = text.evidence.intake
  const named = [
    [options.charset, reading.charset],
    [options.timezone, reading.timezone],
    [options.asset, reading.asset],
    [options.decimals, reading.decimals],
    [options.supply, reading.supply],
    [options.revision, reading.revision],
  ] as const
  return named.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function Facts({ source }: { source: SourceState }) {
  const words = text.evidence.source
  const { list, schedule } = text.evidence
  const { current } = source
  return (
    <dl className="source-facts">
      <Fact name={words.added}>
        <Time iso={source.added} />
      </Fact>
      {current && (
        <Fact name={words.lastRead}>
          <Time iso={current.read} />
        </Fact>
      )}
      {current && current.first !== null && current.last !== null && (
        <Fact name={words.period}>{list.period(day(current.first), day(current.last))}</Fact>
      )}
      {current && current.bytes !== null && <Fact name={words.size}>{bytes(current.bytes)}</Fact>}
      {source.origin === 'path' && (
        <Fact name={schedule.label}>
          {everyName(source.everyMinutes)}
          {source.nextRead !== null && (
            <span className="soft">
              {' '}
              {list.next} <Time iso={source.nextRead} />
            </span>
          )}
        </Fact>
      )}
      <Fact name={words.comesFrom}>{words.origin[source.origin]}</Fact>
      {optionsOf(source).map(([name, value]) => (
        <Fact key={name} name={name}>
          {value}
        </Fact>
      ))}
    </dl>
  )
}
