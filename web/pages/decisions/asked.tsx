// What is asked in full: why, every field of the act, and the same act done otherwise where there is a choice.
import type { Decision } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'
import { Section } from '../../parts/section.tsx'
import { alternativesOf } from './opening.ts'

type Names = Decision['names']

/** A person's id with the name; numbers and words as they are; what has parts as JSON. */
function valueWords(value: unknown, names: Names): string {
  if (typeof value === 'string') return names[value] ?? value
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** `toAccount` as `to account`: the field's own name, for capabilities name their fields in English. */
const fieldWords = (field: string): string =>
  field
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)

interface FieldsProps {
  readonly payload: Readonly<Record<string, unknown>>
  readonly names: Names
}

function Fields({ payload, names }: FieldsProps) {
  return (
    <dl className="asked-fields">
      {Object.entries(payload).map(([field, value]) => (
        <div key={field}>
          <dt>{fieldWords(field)}</dt>
          <dd dir="auto" className={value !== null && typeof value === 'object' ? 'asked-json' : undefined}>
            {valueWords(value, names)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function Asked({ decision }: { readonly decision: Decision }) {
  const words = text.decisions.asked
  const { payload, note, names, type } = decision
  const others = alternativesOf(decision)
  return (
    <Section title={words.title} hint={<code>{type}</code>}>
      {note && (
        <blockquote className="asked-note" dir="auto">
          {note}
        </blockquote>
      )}
      {others.length > 0 && <h3 className="asked-proposal">{words.proposal('1')}</h3>}
      <Fields payload={payload} names={names} />
      {others.map((other, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: proposals are told apart by their place
        <div key={place}>
          <h3 className="asked-proposal">{words.proposal(String(place + 2))}</h3>
          <Fields payload={other} names={names} />
        </div>
      ))}
    </Section>
  )
}
