// A refusal is an expected "no": a code and the facts behind it, returned as a value and never thrown.

/** A fact is small and printable: it ends up in a message, a table or a log. */
export type Fact = string | number | bigint | boolean | null

export interface Refusal {
  /** Dotted and stable: `evidence.bad_amount`, `charter.unknown_source`. */
  readonly code: string
  /** One sentence for a person, without the facts' context (file, line) that the shell adds. */
  readonly reason: string
  readonly facts: Readonly<Record<string, Fact>>
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export function accepted<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refused(code: string, reason: string, facts: Refusal['facts'] = {}): Result<never> {
  return { ok: false, refusal: { code, reason, facts } }
}
