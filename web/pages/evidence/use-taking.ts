// Takes what was dropped or chosen, says what could not be taken, and lets single items count with a way back.
import { useQueryClient } from '@tanstack/react-query'
import { useValue } from '../../data/value.ts'
import { text } from '../../messages/text.ts'
import { addToast } from '../../parts/toast-list.ts'
import { count } from '../../words/format.ts'
import { itemsAtMost, letCount, takeFiles } from './intake/intake.ts'
import { intakeNotes, type Note } from './intake/notes.ts'
import { filesOfFolder, type TakenFiles } from './intake/taken-files.ts'
import { useUndo } from './use-source-acts.ts'

function noteWords(note: Note): string {
  const { folder, tooMany } = text.evidence.intake
  if (note.is === 'full') return tooMany(count(itemsAtMost))
  if (note.is === 'taken') return folder.taken(note.folder, count(note.files))
  if (note.is === 'repository') return folder.repository(note.folder)
  if (note.is === 'empty') return folder.empty(note.folder)
  return folder.tooMany(note.folder, count(filesOfFolder))
}

export function useTaking(organization: string) {
  const held = useValue(intakeNotes)
  const notes = held.organization === organization ? held.notes.map(noteWords) : []
  const queries = useQueryClient()
  const undo = useUndo()
  const add = (files: readonly File[], also: readonly Note[] = []) => {
    const isFull = files.length > 0 && !takeFiles(organization, files)
    intakeNotes.set({ organization, notes: isFull ? [...also, { is: 'full' }] : also })
  }
  return {
    notes: [...new Set(notes)],
    dismiss: (note: string) =>
      intakeNotes.set({ organization, notes: held.notes.filter(one => noteWords(one) !== note) }),
    takeFiles: (files: readonly File[]) => add(files),
    take: ({ files, notes: folders }: TakenFiles) => add(files, folders),
    async letItCount(id: string): Promise<void> {
      const answer = await letCount(id)
      if (!answer?.ok) return
      const { source, change } = answer.value
      addToast({
        text: text.evidence.toast.added(source.name),
        undo: () => undo(change.version),
        undoes: { organization, versions: [change.version] },
      })
      await queries.invalidateQueries({
        predicate: ({ queryKey: [, input] }) =>
          (input as { organization?: string } | undefined)?.organization === organization,
      })
    },
  }
}
