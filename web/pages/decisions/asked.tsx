// What is asked in full: why, every field of the act, and the same act done otherwise where there is a choice.
import type { Decision } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'
import { Section } from '../../parts/section.tsx'
import { Worded } from '../../parts/worded.tsx'
import { fieldInWords } from '../../words/field-words.ts'
import { fieldValue } from '../../words/payload-words.ts'
import { isMove, Moved } from './moved.tsx'
import { alternativesOf } from './proposals.ts'
import { namingOf } from './words.ts'

/** Nothing to show of it. */
const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0)

interface FieldsProps {
  readonly decision: Decision
  readonly payload: Readonly<Record<string, unknown>>
}

function Fields({ decision, payload }: FieldsProps) {
  const naming = namingOf(decision)
  const told = { type: decision.type, data: payload }
  return (
    <dl className="asked-fields">
      {Object.entries(payload)
        .filter(([, value]) => !isEmpty(value))
        .map(([field]) => (
          <div key={field}>
            <dt>
              <Worded of={fieldInWords(field)} />
            </dt>
            <dd dir="auto">{fieldValue(told, field, naming)}</dd>
          </div>
        ))}
    </dl>
  )
}

export function Asked({ decision }: { readonly decision: Decision }) {
  const words = text.decisions.asked
  const { payload, note, noteErased } = decision
  const others = alternativesOf(decision)
  return (
    <Section title={words.title}>
      {note && (
        <blockquote className="asked-note" dir="auto">
          {note}
        </blockquote>
      )}
      {noteErased && <p className="asked-note soft">{text.decisions.said.erased}</p>}
      {others.length > 0 && <h3 className="asked-proposal">{words.proposal('1')}</h3>}
      {isMove(decision) ? <Moved decision={decision} /> : <Fields decision={decision} payload={payload} />}
      {others.map((other, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: proposals are told apart by their place
        <div key={place}>
          <h3 className="asked-proposal">{words.proposal(String(place + 2))}</h3>
          <Fields decision={decision} payload={other} />
        </div>
      ))}
    </Section>
  )
}
