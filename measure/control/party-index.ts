// Parties by number, so that a million facts need no text.

export interface PartyIndex {
  /** Party number by actor number; `bot` for machines. */
  readonly ofActor: Int32Array
  readonly ids: readonly string[]
  readonly names: readonly string[]
}
