// What a field of a form is given.
import type { Draft } from '../draft.ts'
import type { Schema } from '../schema.ts'

export interface FieldProps<D extends Draft = Draft> {
  readonly schema: Schema
  /** Where it stands in the payload: `to.name`. */
  readonly path: string
  readonly label: string
  readonly isRequired: boolean
  readonly draft: D
  readonly onChange: (draft: Draft) => void
}
