// The messages of the chosen language; a live binding, read while something is drawn and never kept.
import { en, type Messages } from './en.ts'

export let text: Messages = en

/** Whoever calls this draws everything anew. */
export function speak(messages: Messages): void {
  text = messages
}
