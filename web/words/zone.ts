// The time zone that instants are shown in: the reader's own, or UTC; a live binding, as the messages are.

export type Zone = 'local' | 'utc'

export let zone: Zone = 'utc'

/** Whoever calls this draws everything anew. */
export function tellTimeIn(chosen: Zone): void {
  zone = chosen
}
