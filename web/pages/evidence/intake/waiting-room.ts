// Everything that was put in and does not count yet; lives as long as the browser tab, whatever page is shown.
import type { Item } from './item.ts'

let items: readonly Item[] = []
const listeners = new Set<() => void>()

export function listen(hear: () => void): () => void {
  listeners.add(hear)
  return () => listeners.delete(hear)
}

export function allItems(): readonly Item[] {
  return items
}

export function itemOf(id: string): Item | null {
  return items.find(item => item.id === id) ?? null
}

function replaceAll(next: readonly Item[]): void {
  items = next
  for (const hear of listeners) hear()
}

export function put(fresh: readonly Item[]): void {
  replaceAll([...items, ...fresh])
}

/** Nothing happens where the item was thrown away in the meantime. */
export function change(id: string, part: Partial<Item>): void {
  if (itemOf(id)) replaceAll(items.map(item => (item.id === id ? { ...item, ...part } : item)))
}

export function drop(id: string): void {
  replaceAll(items.filter(item => item.id !== id))
}
