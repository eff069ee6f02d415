// Reads an answer's body as a whole, and no more of it than a limit.

/** Null: there was more than `limitBytes`; the rest is not read. */
export async function readBounded(
  source: { readonly body: ReadableStream<Uint8Array> | null },
  limitBytes: number,
): Promise<Uint8Array | null> {
  if (source.body === null) return new Uint8Array()
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of source.body) {
    length += part.length
    // Leaving the loop cancels the body.
    if (length > limitBytes) return null
    parts.push(part)
  }
  return parts.length === 1 && parts[0] ? parts[0] : new Uint8Array(Buffer.concat(parts))
}
