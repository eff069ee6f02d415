// One decision in a list: what is asked, of which unit, where it stands, and what is left of its time.
import type { DecisionLine } from '@equalizer/client/contract'
import { Link } from '@tanstack/react-router'
import { useOrganization } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { Tag } from '../../parts/tag.tsx'
import { instant, instantShort } from '../../words/format.ts'
import { isClosed, leftWords, personName, phaseWords, titleWords } from './words.ts'

export interface DecisionRowProps {
  readonly decision: DecisionLine
  readonly nowMs: number
}

const tones: Readonly<Record<string, 'true' | 'warn' | 'plain'>> = {
  executed: 'true',
  vetoed: 'warn',
  stopped: 'warn',
  rejected: 'warn',
  paused: 'warn',
  blocked: 'warn',
}

export function DecisionRow({ decision, nowMs }: DecisionRowProps) {
  const organization = useOrganization()
  const words = text.decisions
  const { id, unitName, className, stage, by, phase, due, closed, isMove } = decision
  const left = leftWords(decision, nowMs)
  return (
    <li className="decision-row">
      <Link
        to="/o/$organization/decisions/$decision"
        params={{ organization, decision: id }}
        className="decision-link"
      >
        <span className="decision-title">{titleWords(decision)}</span>
        <span className="decision-facts soft">
          <span>{id}</span>
          <span dir="auto">{unitName}</span>
          <span dir="auto">{className}</span>
          <span>{text.stages[stage]}</span>
          {isMove && <span>{words.isMove}</span>}
          <span dir="auto">{words.by(personName(by))}</span>
        </span>
        <span className="decision-state">
          <Tag tone={tones[phase] ?? (isClosed(phase) ? 'plain' : 'aim')}>{phaseWords(phase)}</Tag>
          {left && due && <span title={instant(due)}>{left}</span>}
          {closed && (
            <time className="soft" dateTime={closed} title={instant(closed)}>
              {instantShort(closed)}
            </time>
          )}
        </span>
      </Link>
    </li>
  )
}
