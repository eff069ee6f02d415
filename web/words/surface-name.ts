// What a surface is called: as the charter has it, but for those that come with the own log, which are called in the reader's language.
import { text } from '../messages/text.ts'

/** By the name alone: sentences of the measures have no id, and who gives a surface of theirs the same name means the same. */
export function surfaceName(name: string): string {
  const { own } = text.surfaces
  return Object.hasOwn(own, name) ? (own[name] ?? name) : name
}
