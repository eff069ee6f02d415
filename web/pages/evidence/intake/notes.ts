// What was said about the last things taken in: folders, and what was too much; stays while one goes from page to page.
import { createValue } from '../../../data/value.ts'
import type { FolderNote } from './taken-files.ts'

export type Note = FolderNote | { readonly is: 'full' }

interface Notes {
  readonly organization: string
  readonly notes: readonly Note[]
}

export const intakeNotes = createValue<Notes>({ organization: '', notes: [] })
