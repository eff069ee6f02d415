// The server's own secret, by which session cookies are signed: made once, kept in the data folder, read by its owner.
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accepted, type Result, refused } from '@equalizer/core'

const fewestChars = 32

/** Codes: `server.secret_too_short`. Whoever changes the secret signs everybody out. */
export async function readSecret(folder: string, given: string | undefined): Promise<Result<string>> {
  const secret = given || (await kept(join(folder, 'secret')))
  if (secret.length >= fewestChars) return accepted(secret)
  const from = given ? 'EQUALIZER_SECRET' : join(folder, 'secret')
  return refused('server.secret_too_short', `The secret in ${from} has at least ${fewestChars} characters.`)
}

async function kept(file: string): Promise<string> {
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 })
  try {
    // Only whoever makes the file writes it; everybody else reads what is there.
    const made = randomBytes(32).toString('base64url')
    await writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' })
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return (await readFile(file, 'utf8')).trim()
  }
}
