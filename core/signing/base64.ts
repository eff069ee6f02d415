// How keys and signatures are written: base64 (RFC 4648, section 4), each in one way only.
import { z } from 'zod'

/** 64 bytes: 86 characters, the last of which holds four bits that are 0. */
export const signatureText = z
  .string()
  .regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/, 'a signature is 64 bytes in base64')

/** 32 bytes of an Ed25519 key after their name: 43 characters, the last of which holds two bits that are 0. */
export const keyText = z
  .string()
  .regex(/^ed25519\+[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, 'a key is ed25519+ and 32 bytes in base64')
