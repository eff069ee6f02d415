// How the auditor says that something does not hold.

/** Something that must not be. */
export class Violation extends Error {
  override readonly name = 'Violation'
}

/** Throws a Violation that says what. */
export function insist(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Violation(what)
}
