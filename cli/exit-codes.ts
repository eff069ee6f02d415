// The one table of exit codes (after BSD sysexits.h where it has one): what each means, for programs and for --help.

export const exitCodes = {
  ok: 0,
  notMet: 1,
  refused: 2,
  usage: 64,
  badInput: 65,
  notFound: 66,
  unavailable: 69,
  broken: 70,
  cannotWrite: 73,
  busy: 75,
  notAllowed: 77,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodeWords: readonly (readonly [ExitCode, string])[] = [
  [exitCodes.ok, 'done'],
  [exitCodes.notMet, '--fail-under is not met, or a log does not hold'],
  [exitCodes.refused, 'refused by the server: it was understood, and the answer is no'],
  [exitCodes.usage, 'wrong use: an unknown verb, option, unit, act type, field or value'],
  [exitCodes.badInput, 'bad input: the charter or backup is refused, or every source is'],
  [
    exitCodes.notFound,
    'there is no such file, folder or published log, or no such decision, person, group or view',
  ],
  [
    exitCodes.unavailable,
    'something needed is not there or in use: Node 24, git, the built page, the data folder, the server',
  ],
  [exitCodes.broken, 'a fault of ours; please report it'],
  [exitCodes.cannotWrite, 'an output file cannot be written'],
  [exitCodes.busy, 'the server is busy; try again later'],
  [exitCodes.notAllowed, 'not allowed: the key is missing or wrong, or this is not yours to do'],
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
  'folder.locked': exitCodes.unavailable,
  'cli.usage': exitCodes.usage,
  'cli.not_found': exitCodes.notFound,
  'cli.cannot_write': exitCodes.cannotWrite,
  'log.not_empty': exitCodes.cannotWrite,
  'log.unpublished': exitCodes.notFound,
  'cli.unavailable': exitCodes.unavailable,
}

/** The exit code of a refusal on this machine; what is not in the table is bad input. */
export function exitCodeOf(refusalCode: string): ExitCode {
  return byCode[refusalCode] ?? exitCodes.badInput
}

/** The first that fits. */
const ofServer: readonly (readonly [RegExp, ExitCode])[] = [
  [/\.(too_often|busy)$/, exitCodes.busy],
  [/^access\.|\.not_(yours|in_group|eligible|allowed)$/, exitCodes.notAllowed],
  [/^server\.fault$/, exitCodes.broken],
  [/^(server\..+|store\.unavailable|request\.(unknown|wrong_host))$/, exitCodes.unavailable],
  [/^(request\..+|act\.(?!needs_vote)[a-z_]+|cursor\.invalid|view\.unknown_column)$/, exitCodes.usage],
  [/\.unknown$/, exitCodes.notFound],
]

/** The exit code of a server's refusal; what is not in the table is a no. */
export function exitCodeOfServer(refusalCode: string): ExitCode {
  return ofServer.find(([codes]) => codes.test(refusalCode))?.[1] ?? exitCodes.refused
}
