// Progress on the error stream: one line that is rewritten on a terminal, plain lines elsewhere.
import type { SurveyProgress } from '@equalizer/evidence'
import { cut, harmless } from './text.ts'

const everyMs = 100
const clearLine = '\r\u001b[2K'

export interface ErrorStream {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** `nowMs`: a clock that only moves forward. */
export class Progress {
  readonly #out: ErrorStream
  readonly #nowMs: () => number
  #source: string | null = null
  #startedMs = 0
  #shownMs = Number.NEGATIVE_INFINITY
  #line = false

  constructor(out: ErrorStream, nowMs: () => number) {
    this.#out = out
    this.#nowMs = nowMs
  }

  readonly show = (progress: SurveyProgress): void => {
    const now = this.#nowMs()
    const key = progress.phase === 'score' ? 'score' : `read ${progress.source}`
    const fresh = key !== this.#source
    if (fresh) {
      this.#source = key
      this.#startedMs = now
    }
    if (!this.#out.isTTY) {
      if (fresh) this.#out.write(`${firstWords(progress)}\n`)
      return
    }
    if (!fresh && now - this.#shownMs < everyMs) return
    this.#shownMs = now
    const text = `${firstWords(progress)}${amountWords(progress, now - this.#startedMs)}`
    this.#out.write(clearLine + cut(text, (this.#out.columns ?? 80) - 1))
    this.#line = true
  }

  /** Takes the running line away, so that what is printed next stands alone. */
  clear(): void {
    if (this.#line) this.#out.write(clearLine)
    this.#line = false
  }
}

function firstWords({ phase, source, kind }: SurveyProgress): string {
  return phase === 'score' ? 'scoring' : `reading ${harmless(source)} (${kind})`
}

function amountWords({ phase, kind, done, total }: SurveyProgress, elapsedMs: number): string {
  if (phase === 'score' || done === 0) return ''
  const [amount, noun] = kind === 'git' ? [number, ' commits'] : [bytes, '']
  const known = total !== null && total > 0
  const of = known ? ` of ${amount(total)}${noun}, ${Math.floor(Math.min(1, done / total) * 100)}%` : noun
  const rate = elapsedMs >= 500 ? `, ${amount(Math.round((done * 1000) / elapsedMs))}/s` : ''
  return `: ${amount(done)}${of}${rate}`
}

function number(count: number): string {
  return count.toLocaleString('en')
}

function bytes(count: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const
  let size = count
  let unit = 0
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`
}
