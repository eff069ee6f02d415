// The one table of exit codes (after BSD sysexits.h where it has one): what each means, for programs and for --help.

export const exitCodes = {
  ok: 0,
  notMet: 1,
  usage: 64,
  badInput: 65,
  notFound: 66,
  unavailable: 69,
  broken: 70,
  cannotWrite: 73,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodeWords: readonly (readonly [ExitCode, string])[] = [
  [exitCodes.ok, 'done'],
  [exitCodes.notMet, '--fail-under is not met'],
  [exitCodes.usage, 'wrong use: an unknown verb, option, unit or value'],
  [exitCodes.badInput, 'bad input: the charter or backup is refused, or every source is'],
  [exitCodes.notFound, 'there is no such file or folder'],
  [
    exitCodes.unavailable,
    'something needed is not there or in use: Node 24, git, the built page, the data folder',
  ],
  [exitCodes.broken, 'a fault of ours; please report it'],
  [exitCodes.cannotWrite, 'an output file cannot be written'],
  [exitCodes.interrupted, 'interrupted by Ctrl-C'],
]

const byCode: Readonly<Record<string, ExitCode>> = {
  'survey.not_found': exitCodes.notFound,
  'charter.not_found': exitCodes.notFound,
  'backup.unknown': exitCodes.notFound,
  'backup.nothing': exitCodes.notFound,
  'backup.exists': exitCodes.cannotWrite,
  'backup.not_empty': exitCodes.cannotWrite,
  'store.locked': exitCodes.unavailable,
  'cli.usage': exitCodes.usage,
  'cli.cannot_write': exitCodes.cannotWrite,
  'cli.unavailable': exitCodes.unavailable,
}

/** The exit code of a refusal; what is not in the table is bad input. */
export function exitCodeOf(refusalCode: string): ExitCode {
  return byCode[refusalCode] ?? exitCodes.badInput
}
