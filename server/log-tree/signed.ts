// The last checkpoint that was signed: read back before anything is signed again, so that a log never goes back.
import { emptyRoot, parseCheckpointText, parseNote } from '@equalizer/tlog'
import type { Files } from '@equalizer/tlog/node'
import { Damaged } from './growing-tree.ts'
import { place } from './log-folder.ts'
import type { Signed } from './parts.ts'

export const nothingSigned: Signed = { size: 0, root: emptyRoot, note: '' }

/** null: nothing was ever signed here. Throws `Damaged` where it cannot be read: what stood there is then not known. */
export async function readSigned(files: Files, path: string = place.signed): Promise<Signed | null> {
  const bytes = await files.read(path)
  return bytes === null ? null : signedOf(Buffer.from(bytes).toString(), path)
}

export function signedOf(text: string, path: string = place.signed): Signed {
  const note = parseNote(text)
  const checkpoint = note.ok ? parseCheckpointText(note.value.text) : note
  if (!checkpoint.ok) throw new Damaged(`${path} holds no checkpoint`)
  return { size: checkpoint.value.size, root: checkpoint.value.root, note: text }
}
