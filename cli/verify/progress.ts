// How far a check has come: one line that is rewritten on a terminal, and nothing elsewhere.
import type { Progress } from '@equalizer/verify'
import { count } from '../report/words.ts'
import type { ErrorStream } from '../terminal/progress.ts'
import { cut } from '../terminal/text.ts'

const everyMs = 100
const clearLine = '\r\u001b[2K'
const words: Readonly<Record<Progress['phase'], string>> = {
  tree: 'reading the tree',
  entries: 'deciding again',
  signatures: 'checking signatures',
  state: 'comparing what it comes to',
}

export class CheckingProgress {
  readonly #out: ErrorStream
  readonly #nowMs: () => number
  #shownMs = Number.NEGATIVE_INFINITY
  #line = false

  constructor(out: ErrorStream, nowMs: () => number) {
    this.#out = out
    this.#nowMs = nowMs
  }

  readonly show = ({ phase, done, total }: Progress): void => {
    const now = this.#nowMs()
    if (!this.#out.isTTY || now - this.#shownMs < everyMs) return
    this.#shownMs = now
    const share = total > 0 ? `, ${Math.floor((100 * done) / total)}%` : ''
    this.#out.write(
      clearLine +
        cut(`${words[phase]}: ${count(done)} of ${count(total)}${share}`, (this.#out.columns ?? 80) - 1),
    )
    this.#line = true
  }

  clear(): void {
    if (this.#line) this.#out.write(clearLine)
    this.#line = false
  }
}
