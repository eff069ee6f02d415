// Who was erased, by the entries alone: once each, by themselves or by an act; and nothing is taken from them afterwards.
import type { Command, Entry, Refusal, Tick } from '@equalizer/core'
import { insist } from './insist.ts'

export class Erased {
  readonly #people = new Set<string>()

  take({ seq, by, command, events }: Entry) {
    insist(by === null || !this.#people.has(by), `entry ${seq} is of ${by}, who was erased`)
    const about = events.filter(({ stream }) => stream.startsWith('person/'))
    for (const { stream, type, data } of about) {
      const person = String(data.person)
      insist(stream === `person/${person}`, `${type} of ${person} stands on ${stream}`)
      insist(!this.#people.has(person), `${person} is erased twice`)
      insist(
        type === (command.kind === 'erase' ? 'person.erased' : 'charter.person_erased'),
        `entry ${seq} (${command.kind}) brings about ${type}`,
      )
      this.#people.add(person)
    }
    if (command.kind !== 'erase') return
    const [only] = about
    insist(events.length === 1 && only?.data.person === by, `entry ${seq} erases ${by}, and nothing else`)
  }

  /** Whether the refusal is about this, and then that it is right. */
  refused(command: Command | Tick, by: string | null, { code }: Refusal): boolean {
    const isThem = by !== null && this.#people.has(by)
    if (code !== 'person.erased') {
      insist(command.kind !== 'erase', `${by} may not erase themselves: ${code}`)
      insist(!isThem || code === 'entry.not_unicode', `${by} was erased and is refused for ${code}`)
      return false
    }
    const other = command.kind === 'act' ? String(command.act.payload.person) : ''
    insist(isThem || this.#people.has(other), `${by} is refused as erased and was not`)
    return true
  }
}
