// Ends a verb early with a refusal: thrown by verbs, caught once in main, which prints it and sets the exit code.
import type { Refusal } from '@equalizer/core'
import { type ExitCode, exitCodeOf } from './exit-codes.ts'

export class Stop extends Error {
  readonly exitCode: ExitCode
  /** Printed before the message, line by line: all the problems of a charter. */
  readonly details: readonly string[]

  constructor(refusal: Pick<Refusal, 'code' | 'reason'>, details: readonly string[] = []) {
    super(refusal.reason)
    this.name = 'Stop'
    this.exitCode = exitCodeOf(refusal.code)
    this.details = details
  }
}
