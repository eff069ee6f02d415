// What is asked in full: why, every field of the act, and the same act done otherwise where there is a choice.
import type { Decision } from '@equalizer/client/contract'
import { text } from '../../messages/text.ts'
import { Section } from '../../parts/section.tsx'
import { Worded } from '../../parts/worded.tsx'
import { fieldInWords, fieldWords } from '../../words/field-words.ts'
import { classesIn, MovedClasses } from './moved-classes.tsx'
import { alternativesOf } from './proposals.ts'

type Names = Decision['names']

/** A person's id with the name; numbers and words as they are; parts in a line, what has parts within parts as JSON. */
function valueWords(value: unknown, names: Names): string {
  if (typeof value === 'string') return names[value] ?? value
  if (value === null || typeof value !== 'object') return String(value)
  const parts: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map(one => ['', one] as const)
    : Object.entries(value)
  if (parts.some(([, part]) => part !== null && typeof part === 'object')) return JSON.stringify(value)
  return parts
    .map(([name, part]) => (name === '' ? '' : `${fieldWords(name)}: `) + valueWords(part, names))
    .join(', ')
}

/** Nothing to show of it. */
const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0)

const isJson = (words: string): boolean => words.startsWith('{') || words.startsWith('[')

interface FieldsProps {
  readonly payload: Readonly<Record<string, unknown>>
  readonly names: Names
}

function Fields({ payload, names }: FieldsProps) {
  return (
    <dl className="asked-fields">
      {Object.entries(payload)
        .filter(([, value]) => !isEmpty(value))
        .map(([field, value]) => {
          const words = valueWords(value, names)
          return (
            <div key={field}>
              <dt>
                <Worded of={fieldInWords(field)} />
              </dt>
              <dd dir="auto" className={isJson(words) ? 'asked-json' : undefined}>
                {words}
              </dd>
            </div>
          )
        })}
    </dl>
  )
}

export function Asked({ decision }: { readonly decision: Decision }) {
  const words = text.decisions.asked
  const { payload, note, noteErased, names, type } = decision
  const others = alternativesOf(decision)
  const classes = classesIn(payload)
  const { classes: _, ...rest } = classes ? payload : { ...payload, classes: null }
  return (
    <Section title={words.title} hint={<code>{type}</code>}>
      {note && (
        <blockquote className="asked-note" dir="auto">
          {note}
        </blockquote>
      )}
      {noteErased && <p className="asked-note soft">{text.decisions.said.erased}</p>}
      {others.length > 0 && <h3 className="asked-proposal">{words.proposal('1')}</h3>}
      {classes && <MovedClasses classes={classes} />}
      <Fields payload={rest} names={names} />
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
