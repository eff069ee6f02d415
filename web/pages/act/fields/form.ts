// What every field of one form shares: the unit it is about, what is wrong, and whether that is to be shown.
import { type ComponentType, createContext, useContext } from 'react'
import type { Wrong } from '../draft.ts'
import { wrongWords } from '../words.ts'
import type { FieldProps } from './field-props.ts'

export interface Form {
  readonly unit: string
  /** Fields hold fields: whatever stands inside of one is drawn by this. */
  readonly Field: ComponentType<FieldProps>
  readonly wrong: ReadonlyMap<string, Wrong>
  /** Sending was tried: what is missing is shown too. */
  readonly tried: boolean
  readonly touched: ReadonlySet<string>
  readonly onTouch: (path: string) => void
}

export const FormContext = createContext<Form | null>(null)

export function useForm(): Form {
  const form = useContext(FormContext)
  if (!form) throw new Error('a field stands in a form')
  return form
}

/** null: nothing is wrong, or it is too early to say so. */
export function useError(path: string): string | null {
  const { wrong, tried, touched } = useForm()
  const found = wrong.get(path)
  if (found === undefined) return null
  return tried || (touched.has(path) && found !== 'missing') ? wrongWords(found) : null
}
