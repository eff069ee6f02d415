// Ends a verb early with a refusal: thrown by verbs, caught once where the program runs, which prints it and sets the code.
import type { Refusal } from '@equalizer/core'
import { type ExitCode, exitCodeOf } from './exit-codes.ts'

export interface StopOptions {
  /** Left out: as the table has the refusal's code. */
  readonly exitCode?: ExitCode
  /** Printed in place of the message, for programs: one line of JSON. */
  readonly asJson?: string | null
}

export class Stop extends Error {
  readonly exitCode: ExitCode
  /** Printed before the message, line by line: all the problems of a charter. */
  readonly details: readonly string[]
  readonly asJson: string | null

  constructor(
    refusal: Pick<Refusal, 'code' | 'reason'>,
    details: readonly string[] = [],
    { exitCode = exitCodeOf(refusal.code), asJson = null }: StopOptions = {},
  ) {
    super(refusal.reason)
    this.name = 'Stop'
    this.exitCode = exitCode
    this.details = details
    this.asJson = asJson
  }
}
