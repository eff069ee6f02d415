// Cosignatures (c2sp.org/tlog-cosignature): somebody else's word, with its time, that a checkpoint goes on from those before it.
import { accepted, type Result, refused } from '@equalizer/core'
import { concatBytes } from '@noble/hashes/utils.js'
import { type Ed25519Verify, nobleVerify } from '../note/ed25519.ts'
import { type NoteSignature, signatureLine } from '../note/note.ts'
import type { Signer } from '../note/signer.ts'
import { cosignedMessage, verifiers as known, timestamped, type Verifiers } from '../note/verifiers.ts'
import { signatureTypes, type Vkey } from '../note/vkey.ts'
import { parseCheckpointText } from './checkpoint.ts'

/** The signature line (without a newline) of a witness's Ed25519 key, type 0x04. Faults for a text that is no checkpoint. */
export function cosign(checkpointText: string, timestampSeconds: number, signer: Signer): string {
  const { vkey } = signer
  if (vkey.type !== signatureTypes.cosignature)
    throw new RangeError(`a key of type ${vkey.type} gives no cosignature`)
  if (!Number.isSafeInteger(timestampSeconds) || timestampSeconds < 0)
    throw new RangeError('a time is whole seconds')
  if (!parseCheckpointText(checkpointText).ok) throw new RangeError('only a checkpoint is cosigned')
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, BigInt(timestampSeconds))
  const signature = signer.sign(cosignedMessage(checkpointText, timestampSeconds))
  return signatureLine(vkey.name, vkey.id, concatBytes(time, signature))
}

/**
 * When a key cosigned a checkpoint's text. Refused: `cosignature.other_key` where name or id are not the key's,
 * `cosignature.unknown_type` where no verifier knows it, `cosignature.invalid` where it does not hold.
 */
export function verifyCosignature(
  checkpointText: string,
  signature: Pick<NoteSignature, 'name' | 'id' | 'bytes'>,
  vkey: Vkey,
  verify: Ed25519Verify = nobleVerify,
  verifiers: Verifiers = known,
): Result<{ readonly timestampSeconds: number }> {
  const { name } = vkey
  if (signature.name !== name || signature.id !== vkey.id) {
    return refused('cosignature.other_key', 'This cosignature is of another key', { name })
  }
  const check = verifiers.get(vkey.type)
  if (check === undefined || vkey.type === signatureTypes.ed25519) {
    return refused(
      'cosignature.unknown_type',
      'A key of this type gives no cosignature that can be checked here',
      {
        name,
        type: vkey.type,
      },
    )
  }
  const time = timestamped(signature.bytes)
  if (time === null || !check(vkey, checkpointText, signature.bytes, verify)) {
    return refused('cosignature.invalid', 'This cosignature does not hold', { name })
  }
  return accepted({ timestampSeconds: time.timestampSeconds })
}
