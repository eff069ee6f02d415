// Who is signed in, and what the server says about itself.
import { useRead } from './read.ts'

export const useSession = () => useRead('GET /api/session', {})

/** The server's day, YYYY-MM-DD: never the browser's, whose clock may be wrong. */
export function useToday(): string | undefined {
  return useSession().data?.server.today
}
