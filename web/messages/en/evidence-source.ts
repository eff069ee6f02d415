// Every text of: one source, the account of its reading and what was refused.

export const source = {
  back: 'All evidence',
  unknown: {
    title: 'There is no such source.',
    hint: 'It may have been removed, or the address is not quite right.',
  },
  headline: {
    allUsed: (rows: string) => (rows === '1' ? 'The one row was used.' : `All ${rows} rows were used.`),
    noneRefused: (used: string, read: string) => `${used} of ${read} rows were used, none was refused.`,
    refused: (refused: string, read: string) =>
      refused === '1' ? `One of ${read} rows was refused.` : `${refused} of ${read} rows were refused.`,
    empty: 'It was read, and held no rows.',
    neverRead: 'It was not read to the end yet.',
    failed: 'It cannot be read.',
    removed: 'It was taken back and counts no more.',
  },
  origin: {
    upload: 'A file that was put in',
    path: 'A path on the server’s machine',
    log: 'The organization’s own log',
  },
  added: 'Added',
  comesFrom: 'Comes from',
  lastRead: 'Last read',
  size: 'Size',
  period: 'Period',
  account: {
    heading: 'What became of each row',
    label: (used: string, passed: string, refused: string) =>
      `${used} used, ${passed} passed over, ${refused} refused`,
    sum: (read: string) => (read === '1' ? 'one row read' : `${read} rows read`),
    used: 'Used',
    passed: 'Passed over',
    refused: 'Refused',
    passedHint:
      'Well-formed, and nothing to measure: a fee, a refund, an event that does not decide anything.',
  },
  feeds: { heading: 'Where it counts' },
  refusals: {
    heading: 'Refused rows',
    caption: (name: string) => `Refused rows of ${name}`,
    shown: (shown: string, all: string) => `The first ${shown} of ${all} are listed.`,
    copy: 'Copy as a table',
    save: 'Save as CSV',
    fileName: (source: string) => `${source}-refused-rows.csv`,
  },
  pictured: { rows: 'Rows', code: 'Code' },
  notes: { heading: 'What was assumed' },
  observations: {
    heading: 'Observations',
  },
  jobs: {
    heading: 'Readings',
    caption: (name: string) => `Readings of ${name}, newest first`,
    started: 'Started',
    took: 'Took',
    result: 'Result',
    observations: 'Observations',
    none: 'It was never read.',
    states: {
      waiting: 'waits',
      running: 'runs',
      done: 'done',
      failed: 'failed',
      cancelled: 'stopped',
    },
    unchanged: 'nothing new',
  },
  problem: {
    title: 'It could not be read',
    whatToDo: 'What was read before still counts. Mend the file or the path, then read it again.',
    whatToDoFirst: 'Nothing of it counts yet. Mend the file or the path, then read it again.',
  },
}
