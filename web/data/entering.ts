// Coming in by a one-time link: the token is used once, and one comes back to where one was.
import type { Answered, Session } from '@equalizer/client'
import type { QueryClient } from '@tanstack/react-query'
import { sessionEnded } from './connection.ts'
import { send } from './write.ts'

const key = 'equalizer-return'

/** Notes the address that was asked for when nobody was signed in. */
export function rememberReturn(): void {
  const { pathname, search } = window.location
  if (pathname === '/' || pathname === '/enter') return
  try {
    sessionStorage.setItem(key, `${pathname}${search}`)
  } catch {
    // Then one comes back to the board.
  }
}

/** Where to go after signing in; only ever an address of this page. */
export function returnAddress(): string {
  try {
    const address = sessionStorage.getItem(key)
    sessionStorage.removeItem(key)
    return address && /^\/(?!\/)/.test(address) ? address : '/'
  } catch {
    return '/'
  }
}

/** The token in a link or by itself; null: there is none. */
export function tokenIn(pasted: string): string | null {
  const token = pasted.trim().split('#').at(-1) ?? ''
  return /^[\w.~-]{16,256}$/.test(token) ? token : null
}

export async function enterWith(token: string, queries: QueryClient): Promise<Answered<Session>> {
  const answered = await send('POST /api/session', { input: {}, body: { token } })
  if (answered.ok) {
    sessionEnded.set(false)
    queries.clear()
    queries.setQueryData(['GET /api/session', {}], answered.value)
  }
  return answered
}
