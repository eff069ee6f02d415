// Who gave their weight to whom and when: read as of any moment, for one class at a time.
import { type Delegation, delegationsFor, scopeKey } from '@equalizer/core'

interface Lasting extends Delegation {
  readonly sinceMs: number
  /** Infinity: still in force. */
  untilMs: number
}

export class Given {
  readonly #byPerson = new Map<string, Lasting[]>()
  #lastMs = 0
  /** What counts for a class as things stand, until somebody gives or takes back. */
  readonly #now = new Map<string, readonly Delegation[]>()

  take(type: string, { from, to, scope }: Delegation, atMs: number): void {
    this.#lastMs = atMs
    this.#now.clear()
    const given = this.#byPerson.get(from) ?? []
    this.#byPerson.set(from, given)
    const key = scopeKey(scope)
    for (const one of given) if (one.untilMs === Infinity && scopeKey(one.scope) === key) one.untilMs = atMs
    if (type === 'delegation.given') given.push({ from, to, scope, sinceMs: atMs, untilMs: Infinity })
  }

  /** The most specific delegation of each person that counts for the class. */
  inForce(unit: string, className: string, atMs: number): readonly Delegation[] {
    if (atMs < this.#lastMs) return this.#at(unit, className, atMs)
    const name = JSON.stringify([unit, className])
    const known = this.#now.get(name)
    if (known) return known
    const found = this.#at(unit, className, atMs)
    this.#now.set(name, found)
    return found
  }

  #at(unit: string, className: string, atMs: number): readonly Delegation[] {
    const all = [...this.#byPerson.values()].flatMap(given =>
      given.filter(({ sinceMs, untilMs }) => sinceMs <= atMs && untilMs > atMs),
    )
    return [...delegationsFor({ kind: 'class', unit, class: className }, all).values()]
  }
}
