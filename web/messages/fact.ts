// What the sentences about acts and events ask their facts by.

/** A fact of an act or an event by its name, as the page spells it. */
export interface Fact {
  (name: string): string
  /** Nothing where there is none. */
  readonly maybe: (name: string, say: (words: string) => string) => string
}
