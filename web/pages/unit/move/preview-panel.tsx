// What a move comes to: where the slider will stand, who decides the move itself, and which gates stand on the way.
import { text } from '../../../messages/text.ts'
import { Icon } from '../../../parts/icons.tsx'
import { position, unknownMark } from '../../../words/format.ts'
import { problemWords } from '../../../words/problem-words.ts'
import { stepsSentence } from '../../../words/rule-words.ts'
import { stageOf } from '../../../words/unit-words.ts'
import type { Previewing } from './use-preview.ts'

export function PreviewPanel({ preview, problem, isOld }: Previewing) {
  const words = text.moving
  const problemSaid = problem ? problemWords(problem) : null
  if (!preview) return <p className="soft">{problemSaid ?? words.asking}</p>
  const { was, foreseen, gates, refusal } = preview
  const isGate = refusal?.code === 'rule.gate_not_met'
  const isSame = refusal?.code === 'rule.no_change'
  return (
    <div className={isOld ? 'move-preview is-old' : 'move-preview'}>
      <p className="move-figures">
        <span>
          {words.was}
          <strong>{was === null ? unknownMark : position(was)}</strong>
          <small>{was === null ? words.noRules : stageOf(was)}</small>
        </span>
        <Icon name="right" size={20} />
        <span className="move-to">
          {words.becomes}
          <strong>{position(preview.position)}</strong>
          <small>{stageOf(preview.position)}</small>
        </span>
      </p>
      <div role="status">
        {refusal && !isGate && (
          <p className={isSame ? 'soft' : 'move-refused'}>
            {isSame ? words.noChange : problemWords(refusal)}
          </p>
        )}
        {foreseen && (
          <>
            {foreseen.direction && was !== null && (
              <p className="move-direction">{words.directions[foreseen.direction]}</p>
            )}
            <p>
              <b>{words.decides}</b>{' '}
              {foreseen.outcome === 'executed' ? words.atOnce : stepsSentence(foreseen.steps)}
            </p>
          </>
        )}
      </div>
      {gates.length > 0 && (
        <ul className="move-gates" aria-label={words.gates}>
          {gates.map(({ stage, atLeast, measured, proven, met }) => (
            <li key={`${stage} ${atLeast}`} className={met ? 'is-met' : 'is-unmet'}>
              <Icon name={met ? 'check' : 'warning'} />{' '}
              <span>
                {words.gate(text.stages[stage] ?? '', position(atLeast))}{' '}
                {measured === null
                  ? words.gateUnknown
                  : proven
                    ? words.gateMeasured(position(measured))
                    : words.gateUnproven(position(measured))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
