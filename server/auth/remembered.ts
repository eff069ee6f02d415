// A bounded memory of answers that are expensive to find and may be a second old: who a cookie belongs to, who is a
// member. Whatever changes one of them here forgets all of it at once.

export interface Remembered<T> {
  /** The remembered answer, or what `find` says; the same question asked twice at a time is looked up once. */
  get(question: string, find: () => Promise<T>): Promise<T>
  /** One answer, or all. */
  forget(question?: string): void
}

/** `now`: milliseconds that never go back. A failed look-up is not remembered. */
export function remember<T>(forMs: number, entries: number, now = () => performance.now()): Remembered<T> {
  const known = new Map<string, { readonly at: number; readonly answer: Promise<T> }>()
  return {
    get(question, find) {
      const held = known.get(question)
      if (held && now() - held.at < forMs) return held.answer
      const asked = { at: now(), answer: find() }
      known.delete(question)
      known.set(question, asked)
      // Oldest first, as a Map keeps them.
      for (const oldest of known.keys()) {
        if (known.size <= entries) break
        known.delete(oldest)
      }
      asked.answer.catch(() => {
        if (known.get(question) === asked) known.delete(question)
      })
      return asked.answer
    },
    forget(question) {
      if (question === undefined) known.clear()
      else known.delete(question)
    },
  }
}
