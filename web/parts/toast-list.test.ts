// Messages with a way back: it goes with them, and when the change was taken back elsewhere.
import { expect, test } from 'vitest'
import { addToast, removeUndo, toasts } from './toast-list.ts'

const shown = () => toasts.get().map(({ text }) => text)

test('a change that was taken back elsewhere is offered no more; others stay', () => {
  const undoes = (organization: string, version: number) => ({ organization, versions: [version] })
  addToast({ text: 'here', undo: async () => undefined, undoes: undoes('north', 2) })
  addToast({ text: 'elsewhere', undo: async () => undefined, undoes: undoes('south', 2) })
  addToast({ text: 'plain' })
  removeUndo('north', 3)
  expect(shown()).toEqual(['here', 'elsewhere', 'plain'])
  removeUndo('north', 2)
  expect(shown()).toEqual(['elsewhere', 'plain'])
})
