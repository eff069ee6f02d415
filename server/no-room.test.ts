// A full disk, as the operating system says it.
import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { noRoom } from './no-room.ts'

// Every write to /dev/full fails as on a full disk.
test.skipIf(process.platform !== 'linux')(
  'a full disk is told from a fault, also as the cause of one',
  async () => {
    const full = await writeFile('/dev/full', 'x').catch((error: unknown) => error)
    const refusal = { ok: false, refusal: { code: 'server.no_room' } }
    expect(noRoom(full)).toMatchObject(refusal)
    expect(noRoom(new Error('storing failed', { cause: full }))).toMatchObject(refusal)
    const absent = await writeFile('/absent/x', 'x').catch((error: unknown) => error)
    expect(noRoom(absent)).toBeNull()
    expect(noRoom('ENOSPC')).toBeNull()
  },
)
