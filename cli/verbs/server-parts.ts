// The server's own verbs need the server, which the installable command line leaves out: it is loaded when they run.
import { resolve } from 'node:path'
import { Stop } from '../stop.ts'
import type { Context } from './context.ts'

type ServerParts = typeof import('@equalizer/server')

/** Refuses (`cli.unavailable`) where the server is not part of this installation. */
export async function serverParts(): Promise<ServerParts> {
  try {
    return await import('@equalizer/server')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ERR_MODULE_NOT_FOUND' || !message.includes('@equalizer/server')) throw error
    const reason =
      'The server is not part of this package; run this verb with npx equalizer in a checkout of Equalizer.'
    throw new Stop({ code: 'cli.unavailable', reason })
  }
}

export interface PlaceOptions {
  readonly data?: string
  readonly database?: string
}

/** Where the data is: as the option says, then as the environment, then where the server keeps it by itself. */
export function placeOf(
  { data, database }: PlaceOptions,
  { env }: Context,
  { defaultFolder }: ServerParts,
): { folder: string; url?: string } {
  const folder = resolve(data ?? (env.EQUALIZER_DATA || defaultFolder(env)))
  const url = database ?? (env.DATABASE_URL || undefined)
  if (url === undefined) return { folder }
  // The address may hold a password: it is not repeated.
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    const reason = 'The database is an address like postgres://user@host/database.'
    throw new Stop({ code: 'cli.usage', reason })
  }
  return { folder, url }
}
