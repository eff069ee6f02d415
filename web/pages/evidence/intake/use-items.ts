// What waits to be counted in the organization that is looked at, followed as it changes.
import { useMemo, useSyncExternalStore } from 'react'
import type { Item } from './item.ts'
import { allItems, listen } from './waiting-room.ts'

export function useItems(organization: string): readonly Item[] {
  const items = useSyncExternalStore(listen, allItems, allItems)
  return useMemo(() => items.filter(item => item.organization === organization), [items, organization])
}
