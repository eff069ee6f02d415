// Says in the terminal what is being done, one line a step, with a count that runs where the terminal can show it.

export interface Step {
  /** Replaces the running text; at most ten times a second, and only on a terminal. */
  update(text: string): void
  done(text: string): void
}

export interface Steps {
  step(label: string): Step
  say(line: string): void
}

const clearLine = '\r\u001b[2K'
const everyMs = 100

/** `nowMs`: a clock that only moves forward. */
export function createSteps(
  out: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number },
  nowMs: () => number,
): Steps {
  const say = (line: string) => void out.write(`equalizer: ${line}\n`)
  return {
    say,
    step(label) {
      let shownAt = Number.NEGATIVE_INFINITY
      if (out.isTTY) out.write(`equalizer: ${label} …`)
      return {
        update(text) {
          if (!out.isTTY || nowMs() - shownAt < everyMs) return
          shownAt = nowMs()
          out.write(`${clearLine}${`equalizer: ${label}: ${text}`.slice(0, (out.columns ?? 80) - 1)}`)
        },
        done(text) {
          if (out.isTTY) out.write(clearLine)
          say(`${label}: ${text}`)
        },
      }
    },
  }
}
