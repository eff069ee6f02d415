// Ed25519 as the core checks it, in JavaScript alone: what a note's signatures are held to where nothing else is given.
import { type Verify, verifyEd25519 } from '@equalizer/core'

/** Never throws: what is no key or no signature is false. Key 32 bytes, signature 64. */
export type Ed25519Verify = Verify

/** In JavaScript alone, as it runs in a browser. */
export const nobleVerify: Ed25519Verify = verifyEd25519
