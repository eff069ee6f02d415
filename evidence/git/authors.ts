// The authors of one history: each spelling made into an actor once, and what the mailmap renames told to the ledger.
import { limits } from '@equalizer/core'
import type { Ledger } from '../reader.ts'
import type { Signature } from './commit.ts'
import type { LoggedCommit } from './log-tokens.ts'
import { signature } from './signature.ts'

export class Authors {
  readonly #known = new Map<string, Signature>()
  readonly #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  of({ name, address, mappedName, mappedAddress }: LoggedCommit): Signature {
    const spelling = `${name}\0${address}\0${mappedName}\0${mappedAddress}`
    const known = this.#known.get(spelling)
    if (known !== undefined) return known
    const mapped = signature(mappedName, mappedAddress)
    const raw = signature(name, address)
    const sameActor = raw.actor === mapped.actor
    if (!sameActor && raw.actor !== null && mapped.actor !== null) {
      this.#ledger.same(raw.actor, mapped.actor, 'mailmap', `.mailmap maps ${address} to ${mappedAddress}`)
    }
    // A mailmap line that only corrects the spelling of a name has no second actor to carry it.
    const author = sameActor ? mapped : raw
    if (this.#known.size >= limits.authorsCached) this.#known.clear()
    this.#known.set(spelling, author)
    return author
  }
}
