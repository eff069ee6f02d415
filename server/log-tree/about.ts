// What a log says about itself, for whoever checks it: its origin, whose organization it is, and by which keys it is signed.
import { canonical } from '@equalizer/core'
import type { Files } from '@equalizer/tlog/node'
import type { Identity } from './identity.ts'
import { place } from './log-folder.ts'

export const logFormat = 'equalizer-log/1'

/** Written where it is not what stands there already. */
export async function about(files: Files, organization: string, identity: Identity): Promise<void> {
  const { origin, signers } = identity
  const keys = signers.map(({ vkey }) => vkey.text)
  const text = `${canonical({ format: logFormat, origin, vkey: keys[0] ?? '', keys, organization: { id: organization } })}\n`
  const found = await files.read(place.about)
  if (found === null || Buffer.from(found).toString() !== text)
    await files.write(place.about, Buffer.from(text))
}
