// What the address of a comparison says: an organization and a day for each side.

export interface CompareSearch {
  readonly left?: string
  readonly leftDay?: string
  readonly right?: string
  readonly rightDay?: string
}

const organization = /^[a-z0-9][a-z0-9_-]{0,62}$/
const day = /^(?:\d{4}-\d{2}-\d{2}|today)$/

/** Whatever else stands in the address is left out. */
export function compareIn(search: Readonly<Record<string, unknown>>): CompareSearch {
  const read = (key: keyof CompareSearch, pattern: RegExp) => {
    const value = search[key]
    return typeof value === 'string' && pattern.test(value) ? { [key]: value } : {}
  }
  return {
    ...read('left', organization),
    ...read('leftDay', day),
    ...read('right', organization),
    ...read('rightDay', day),
  }
}
