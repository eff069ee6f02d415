// An answer of the witness protocol apart from HTTP: what the shell sends, and what a test reads.

export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** Words for whoever operates the other side; one line. */
export function saying(status: number, words: string): Answer {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${words}\n` }
}

/** "409 Conflict" of c2sp.org/tlog-witness: the size to start from. */
export function conflictAt(size: number): Answer {
  return { status: 409, contentType: 'text/x.tlog.size', body: `${size}\n` }
}

/** Signature lines, each with its newline; none at all is an empty body. */
export function signatures(lines: readonly string[]): Answer {
  return { status: 200, contentType: 'text/plain; charset=utf-8', body: lines.map(endLine).join('') }
}

function endLine(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n`
}
