// Whether the screen is too narrow for columns, so that rows become cards.
import { useSyncExternalStore } from 'react'

const narrow = '(max-width: 720px)'

function follow(changed: () => void): () => void {
  const media = window.matchMedia(narrow)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

export const useNarrow = (): boolean => useSyncExternalStore(follow, () => window.matchMedia(narrow).matches)
