// Splits the NUL-separated output of `git log -z` into commits, byte by byte true and in bounded memory.
import { limits } from '@equalizer/core'
import type { ChangedFile } from '@equalizer/measure'
import { ChangedFiles } from './changed-files.ts'
import { decoded, ownText } from './log-text.ts'
import { trailerFormat } from './trailers.ts'

/** A commit as git printed it, nothing interpreted. */
export interface LoggedCommit {
  readonly hash: string
  readonly parents: string
  readonly committedSeconds: string
  /** Name, address, and both by the mailmap, a line each; one character per byte, and cut from a larger text. */
  readonly author: string
  readonly trailers: string
  readonly files: readonly ChangedFile[]
  /** A header field was longer than a record may be; the fields are not to be trusted. */
  readonly overlong: boolean
}

/** Names and addresses hold no line feed (git-commit-tree(1)), so that one separates them. */
const fields = ['%H', '%P', '%ct', '%an%x0a%ae%x0a%aN%x0a%aE', trailerFormat]

/** For `git log -z`: each commit opens with an empty token, then its fields; what follows is its changes. */
export const logFormat = `tformat:%x00${fields.join('%x00')}%x00`

const isHash = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** How the changes were asked for: `--numstat` (lines), `--raw` (paths, lines unknown), or not at all. */
export type Detail = 'lines' | 'paths' | 'none'

export class LogTokens {
  readonly #detail: Detail
  #rest = ''
  /** Inside a token that is too long: everything up to its end is thrown away. */
  #skipping = false
  #header: string[] = []
  #inHeader = false
  #overlong = false
  #files = new ChangedFiles()
  /** In raw output a path follows each `:100644 …` token. */
  #pathNext = false
  #done: LoggedCommit[] = []

  constructor(detail: Detail) {
    this.#detail = detail
  }

  /** The commits that are complete with this piece of output. */
  push(chunk: Buffer): LoggedCommit[] {
    // One character per byte: cheap, and paths and names that are not UTF-8 survive until they are decoded.
    const text = this.#rest + chunk.toString('latin1')
    let at = 0
    for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', at)) {
      this.#token(this.#skipping ? null : text.slice(at, end))
      this.#skipping = false
      at = end + 1
    }
    this.#rest = text.slice(at)
    if (this.#rest.length > limits.recordBytes || this.#skipping) {
      this.#rest = ''
      this.#skipping = true
    }
    return this.#take()
  }

  /** The last commit. Where git broke off, one without changes is left out: git may have died while comparing it. */
  end(complete: boolean): LoggedCommit[] {
    if (complete || !this.#files.empty) this.#finish()
    return this.#take()
  }

  #take(): LoggedCommit[] {
    const done = this.#done
    this.#done = []
    return done
  }

  /** null: too long to be kept. */
  #token(token: string | null): void {
    if (this.#inHeader) {
      if (token === null) this.#overlong = true
      this.#header.push(token ?? '')
      if (this.#header.length === fields.length) this.#inHeader = false
    } else if (this.#pathNext) {
      this.#pathNext = false
      this.#files.add({ path: token === null ? null : decoded(token), added: null, deleted: null })
    } else if (token === null) {
      this.#files.add({ path: null, added: null, deleted: null })
    } else if (isHash.test(token)) {
      this.#finish()
      this.#header = [token]
      this.#inHeader = true
    } else if (token !== '') this.#change(token.charCodeAt(0) === 10 ? token.slice(1) : token)
  }

  #change(token: string): void {
    if (this.#detail === 'paths') {
      this.#pathNext = true
      return
    }
    const first = token.indexOf('\t')
    const second = token.indexOf('\t', first + 1)
    if (first < 1 || second < 0) return
    this.#files.add({
      path: decoded(token.slice(second + 1)),
      added: lineCount(token.slice(0, first)),
      deleted: lineCount(token.slice(first + 1, second)),
    })
  }

  #finish(): void {
    const [hash, parents, committedSeconds, author, trailers] = this.#header
    if (hash === undefined || parents === undefined || committedSeconds === undefined) return
    if (author === undefined || trailers === undefined) return
    this.#done.push({
      hash: ownText(hash),
      parents,
      committedSeconds,
      author,
      trailers: decoded(ownText(trailers)),
      files: this.#files.list(),
      overlong: this.#overlong,
    })
    this.#header = []
    this.#overlong = false
    this.#files = new ChangedFiles()
  }
}

/** git prints `-` for binary files. */
function lineCount(text: string): number | null {
  return text === '-' ? null : Number(text)
}
