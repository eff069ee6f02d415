// The short messages that are shown now; anything may add one, the shell draws them.
import { createValue } from '../data/value.ts'

export interface ToastOf {
  readonly text: string
  readonly tone?: 'plain' | 'warn'
  /** Offered as a button while the message stands. */
  readonly undo?: () => Promise<void>
  /** The changes that `undo` takes back, so that it goes when they are taken back elsewhere. */
  readonly undoes?: { readonly organization: string; readonly versions: readonly number[] }
}

export interface Shown extends ToastOf {
  readonly id: number
}

/** More than a few are noise; the oldest go. */
const shownAtMost = 3

export const toasts = createValue<readonly Shown[]>([])

let last = 0

export function addToast(toast: ToastOf): void {
  last += 1
  // The same again, without a way back of its own, only stays longer.
  const others = toasts.get().filter(held => held.undo || held.text !== toast.text)
  toasts.set([...others, { ...toast, id: last }].slice(-shownAtMost))
}

export function removeToast(id: number): void {
  toasts.set(toasts.get().filter(toast => toast.id !== id))
}

/** A change was taken back: messages that still offer to do so go. */
export function removeUndo(organization: string, version: number): void {
  const stays = ({ undoes }: Shown) =>
    undoes?.organization !== organization || !undoes.versions.includes(version)
  toasts.set(toasts.get().filter(stays))
}

/** `toast({ text, undo })` says what was done, with the way back. */
export const useToast = () => addToast
