// A vote in bars: each option's exact weight and share, with the threshold on it; and who takes part, with the quorum.
import type { Decision } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'
import { Section } from '../../parts/section.tsx'
import { count, share } from '../../words/format.ts'
import { asSentence, type VoteRule } from '../../words/rule-words.ts'
import { quorumWords, thresholdWords } from '../../words/rule-words-vote.ts'
import { outcomeWords } from './outcome-words.ts'
import { type Result, type TallyView, tallyOf } from './tally.ts'
import { type VotePhase, weightWords } from './words.ts'

interface BarProps {
  readonly label: string
  readonly figure: string
  readonly part: number
  readonly mark: number | null
  readonly markLabel?: string
  readonly tone: 'lit' | 'no' | 'plain' | 'soft'
  readonly note?: string
}

function Bar({ label, figure, part, mark, markLabel, tone, note }: BarProps) {
  return (
    <li className={`tally-row tally-${tone}`}>
      <span className="tally-label" dir="auto">
        {label}
        {note && <span className="tally-note"> {note}</span>}
      </span>
      <span className="tally-figure">{figure}</span>
      <span className="tally-bar" aria-hidden="true">
        <span className="tally-fill" style={{ width: `${part * 100}%` }} />
        {mark !== null && (
          <span className="tally-mark" style={{ insetInlineStart: `${mark * 100}%` }} title={markLabel} />
        )}
      </span>
    </li>
  )
}

function figureOf(view: TallyView, bar: TallyView['bars'][number]): string {
  if (view.isDuels) return text.decisions.tally.beats(bar.has, count(view.bars.length - 1))
  return `${bar.has} · ${share(bar.part)}`
}

export interface TallyProps {
  readonly phase: VotePhase
  readonly result: Result
  readonly rule: VoteRule
  readonly labels: readonly string[]
  /** The option that says no. */
  readonly against: number | null
  /** Set while it is open. */
  readonly open: NonNullable<Decision['vote']> | null
}

export function Tally({ phase, result, rule, labels, against, open }: TallyProps) {
  const words = text.decisions.tally
  const view = tallyOf(result, rule, labels)
  const { quorum } = view
  const abstained = result.abstained.ballots > 0
  return (
    <Section title={open ? words.titles[phase] : words.resultTitles[phase]}>
      <p className="tally-outcome">{outcomeWords({ phase, result, labels, isOpen: open !== null })}</p>
      <ul className="tally">
        {view.bars.map(bar => (
          <Bar
            key={bar.option}
            label={bar.label}
            figure={figureOf(view, bar)}
            part={bar.part}
            mark={view.threshold}
            markLabel={words.threshold(thresholdWords(rule))}
            tone={bar.leads ? (bar.option === against ? 'no' : 'lit') : 'plain'}
            {...(bar.leads ? { note: words.leads } : {})}
          />
        ))}
        <Bar
          label={words.taking}
          figure={words.takingOf(quorum.has, quorum.of)}
          part={quorum.part}
          mark={quorum.mark > 0 ? quorum.mark : null}
          markLabel={words.quorum(quorum.needs)}
          tone="soft"
          {...(quorum.mark > 0 ? { note: words.needs(quorum.needs) } : {})}
        />
      </ul>
      <p className="tally-rule soft">
        {asSentence(
          [
            words.threshold(thresholdWords(rule)),
            quorumWords(rule),
            words.ballots(count(result.counted.ballots + result.abstained.ballots + result.invalid.ballots)),
            ...(abstained ? [`${words.abstained}: ${weightWords(result.abstained.weight)}`] : []),
            ...(result.invalid.ballots > 0 ? [`${words.invalid}: ${count(result.invalid.ballots)}`] : []),
            words.eligible(count(result.eligible.members)),
            ...(open && open.extensions > 0 ? [words.extended(count(open.extensions))] : []),
          ].join('; '),
        )}
      </p>
    </Section>
  )
}
