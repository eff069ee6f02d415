// A delegation: whose weight goes to whom and where; of several that fit one class, the most specific counts.
/** Where a delegation holds. A class is named together with its unit: two units may each have a class "pay". */
export type Scope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'unit'; readonly unit: string }
  | ClassScope

/** A class of acts, as a scope: what a decision is about. */
export interface ClassScope {
  readonly kind: 'class'
  readonly unit: string
  readonly class: string
}

/** Revocable; a person has at most one in each scope, and a new one takes the place of the old. */
export interface Delegation {
  readonly from: string
  readonly to: string
  readonly scope: Scope
}

/** The same text for the same scope and for no other, whatever characters ids hold. */
export function scopeKey(scope: Scope): string {
  switch (scope.kind) {
    case 'everything':
      return '[]'
    case 'unit':
      return JSON.stringify([scope.unit])
    case 'class':
      return JSON.stringify([scope.unit, scope.class])
  }
}

/** Where both hold; null: no class lies in both. Scopes nest, so it is the narrower of the two. */
export function scopeOfBoth(a: Scope, b: Scope): Scope | null {
  if (a.kind === 'everything') return b
  if (b.kind === 'everything') return a
  if (a.unit !== b.unit) return null
  if (a.kind === 'unit') return b
  if (b.kind === 'unit') return a
  return a.class === b.class ? a : null
}

const order = { everything: 0, unit: 1, class: 2 } as const

/**
 * Each person's one delegation that counts for this class: class before unit before everything.
 * Takes what is in force at that moment, in any order.
 */
export function delegationsFor(about: ClassScope, inForce: Iterable<Delegation>): Map<string, Delegation> {
  const chosen = new Map<string, Delegation>()
  for (const delegation of inForce) {
    if (scopeOfBoth(about, delegation.scope) === null) continue
    const other = chosen.get(delegation.from)
    if (other === undefined || order[delegation.scope.kind] > order[other.scope.kind]) {
      chosen.set(delegation.from, delegation)
    }
  }
  return chosen
}
