// The authors of one history: each spelling made into an actor once, and what the mailmap renames told to the ledger.
import { limits } from '@equalizer/core'
import type { Ledger } from '../reader.ts'
import type { Signature } from './commit.ts'
import { decoded, ownText } from './log-text.ts'
import { signature } from './signature.ts'

export class Authors {
  readonly #known = new Map<string, Signature>()
  readonly #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** `author` as `LoggedCommit` has it. */
  of(author: string): Signature {
    const known = this.#known.get(author)
    if (known !== undefined) return known
    const spelling = ownText(author)
    const found = this.#signature(decoded(spelling))
    if (this.#known.size >= limits.authorsCached) this.#known.clear()
    this.#known.set(spelling, found)
    return found
  }

  #signature(spelling: string): Signature {
    const [name = '', address = '', mappedName = '', mappedAddress = ''] = spelling.split('\n')
    const mapped = signature(mappedName, mappedAddress)
    const raw = signature(name, address)
    const sameActor = raw.actor === mapped.actor
    if (!sameActor && raw.actor !== null && mapped.actor !== null) {
      this.#ledger.same(raw.actor, mapped.actor, 'mailmap', `.mailmap maps ${address} to ${mappedAddress}`)
    }
    // A mailmap line that only corrects the spelling of a name has no second actor to carry it.
    return sameActor ? mapped : raw
  }
}
