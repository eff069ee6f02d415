// The first entry that a mirror does not have yet: found in its folder at the start, and moved on with each bundle saved.
import type { StoredTiles } from './stored-tiles.ts'

export interface NextEntry {
  /** An index of the log. */
  get(): Promise<number>
  /** Bundle `index` holds `width` entries now. They may come in any order. */
  saved(index: number, width: number): Promise<void>
}

/** `published`: the size below which everything is there. */
export function nextEntry(tiles: StoredTiles, published: () => Promise<number>): NextEntry {
  let next: Promise<number> | null = null
  /** Saved ahead of the next entry: bundle → entries. */
  const ahead = new Map<number, number>()
  const get = () => {
    next ??= scan(tiles, published).catch(error => {
      next = null
      throw error
    })
    return next
  }
  return {
    get,
    async saved(index, width) {
      let at = await get()
      ahead.set(index, Math.max(width, ahead.get(index) ?? 0))
      for (;;) {
        const bundle = Math.floor(at / 256)
        const end = bundle * 256 + (ahead.get(bundle) ?? 0)
        if (end <= at) break
        at = end
        if (end % 256 === 0) ahead.delete(bundle)
      }
      // A bundle that was saved again, below what is there already.
      for (const old of ahead.keys()) if ((old + 1) * 256 <= at) ahead.delete(old)
      const reached = at
      next = (next ?? Promise.resolve(0)).then(current => Math.max(current, reached))
      await next
    },
  }
}

async function scan(tiles: StoredTiles, published: () => Promise<number>): Promise<number> {
  let at = await published()
  for (;;) {
    const bundle = Math.floor(at / 256)
    const end = bundle * 256 + (await tiles.stored(bundle))
    if (end <= at) return at
    at = end
    if (end % 256 !== 0) return at
  }
}
