// What a check looked at, in figures, and what it did not look at.
import type { Report } from '@equalizer/verify'
import { logWords } from '../../messages/log-words.ts'
import { Section } from '../../parts/section.tsx'
import { Worded } from '../../parts/worded.tsx'
import { fill } from '../../words/fill.ts'
import { count, instant } from '../../words/format.ts'
import { type InWords, inEnglish, own } from '../../words/in-words.ts'

interface Row {
  readonly name: string
  readonly said: string
  readonly isHash?: true
}

const dayOf = (ms: number): string => instant(new Date(ms).toISOString())

function grownSaid({ remembered, older, size }: Report): string {
  const words = logWords().check.result
  if (older) {
    const say = older.isBeginning ? words.beginning : words.older
    return say(count(size ?? 0), count(older.size), dayOf(older.seenMs))
  }
  return remembered === null ? words.first : words.grownFrom(count(remembered.size), dayOf(remembered.seenMs))
}

/** Whose word was taken. */
function trustRows(report: Report): Row[] {
  const { origin, size, root, signedBy, cosignedBy, trust } = report
  const words = logWords().check.result
  if (size === null || root === null) return []
  return [
    { name: words.origin, said: origin ?? '', isHash: true },
    { name: words.size, said: count(size) },
    { name: words.root, said: root, isHash: true },
    { name: words.signedBy, said: signedBy.join(', '), isHash: true },
    { name: words.cosignedBy, said: cosignedBy.map(({ name }) => name).join(', ') || words.nobody },
    ...(trust === null ? [] : [{ name: words.trust, said: words.trusts[trust] }]),
    { name: words.grown, said: grownSaid(report) },
  ]
}

function workRows({ entries, ballots, decisions, state }: Report): Row[] {
  const words = logWords().check.result
  return [
    { name: words.replayed, said: count(entries.replayed) },
    { name: words.ballots, said: words.ballotsSaid(count(ballots.signed), count(ballots.unsigned)) },
    {
      name: words.decisions,
      said: words.decisionsSaid(count(decisions.opened), count(decisions.counted)),
    },
    ...(state === null
      ? []
      : [{ name: words.state, said: words.stateSaid(count(state.streams), count(state.size)) }]),
  ]
}

function saidOf({ what, why, facts }: Report['notChecked'][number]): InWords {
  const template = own(logWords().check.notChecked, what)
  const words = template && fill(template.words, facts)
  return words === null ? inEnglish(why) : { words }
}

export function ReportFacts({ report }: { readonly report: Report }) {
  const words = logWords().check
  const rows = [...trustRows(report), ...workRows(report)]
  return (
    <>
      <Section title={words.result.facts}>
        <dl className="check-dl">
          {rows.map(({ name, said, isHash }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={isHash ? 'check-mono' : undefined}>{said}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {report.ok && (
        <Section title={words.result.not}>
          {report.notChecked.length === 0 && <p>{words.result.all}</p>}
          <ul className="check-not">
            {report.notChecked.map(one => (
              <li key={one.what}>
                <Worded of={saidOf(one)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
