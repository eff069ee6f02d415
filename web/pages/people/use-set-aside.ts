// Suggestions that this reader does not want to be asked again, kept in this browser only.
import { useState } from 'react'

const keptAtMost = 500
const nameOf = (organization: string) => `equalizer-set-aside-${organization}`

function read(organization: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(organization)) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.map(String) : [])
  } catch {
    return new Set()
  }
}

export function useSetAside(organization: string) {
  const [held, setHeld] = useState(() => ({ of: organization, keys: read(organization) }))
  const keys = held.of === organization ? held.keys : read(organization)
  const keep = (next: ReadonlySet<string>) => {
    setHeld({ of: organization, keys: next })
    try {
      localStorage.setItem(nameOf(organization), JSON.stringify([...next].slice(-keptAtMost)))
    } catch {
      // Storage may be switched off: then it holds for this visit.
    }
  }
  return {
    has: (key: string) => keys.has(key),
    add: (key: string) => keep(new Set([...keys, key])),
    clear: () => keep(new Set()),
  }
}
