// How a CID is written. Apart from the hashing, which browsers do without the library of the schemas.
import { z } from 'zod'

/**
 * A CIDv1 with SHA-256, of one raw block or of a larger file's root (dag-pb), and written in one way only: the bits
 * that base32 pads with are 0.
 */
export const cidText = z
  .string()
  .regex(/^baf(?:kre|ybe)i[a-h][a-z2-7]{50}[aeimquy4]$/, 'a CID is CIDv1 in base32, such as bafkrei…')
