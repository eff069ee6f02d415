// Whether the page is as narrow as a phone, where every strip lies down.
import { useSyncExternalStore } from 'react'

/** As desk-rows.css says it. */
const narrow = '(max-width: 860px)'

function follow(hear: () => void): () => void {
  const query = window.matchMedia(narrow)
  query.addEventListener('change', hear)
  return () => query.removeEventListener('change', hear)
}

export function useNarrow(): boolean {
  return useSyncExternalStore(follow, () => window.matchMedia(narrow).matches)
}
