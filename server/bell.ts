// The bell: whoever follows an organization hears of its jobs and changes; nothing is kept for those who do not.
import type { Bell, News } from './desk.ts'

export function createBell(): Bell {
  const ears = new Map<string, Set<(news: News) => void>>()
  return {
    ring(organization, news) {
      for (const hear of [...(ears.get(organization) ?? [])]) hear(news)
    },
    listen(organization, hear) {
      const listening = ears.get(organization) ?? new Set()
      // A wrapper of its own, so that one function may listen twice and stop once.
      const ear = (news: News) => hear(news)
      listening.add(ear)
      ears.set(organization, listening)
      return () => {
        listening.delete(ear)
        if (listening.size === 0 && ears.get(organization) === listening) ears.delete(organization)
      }
    },
  }
}
