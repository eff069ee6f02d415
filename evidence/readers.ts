// Every kind of source and who reads it: the one list.
import type { Source } from '@equalizer/core'
import { gitReader } from './git/git.ts'
import { gitLogReader } from './git/git-log.ts'
import { githubReader } from './github/github.ts'
import { governorReader } from './governor/governor.ts'
import { holdersReader } from './holders/holders.ts'
import { logReader } from './log/log.ts'
import { operatorsReader } from './operators/operators.ts'
import { paymentsReader } from './payments/payments.ts'
import type { Reader } from './reader.ts'
import { snapshotReader } from './snapshot/snapshot.ts'
import { tableReader } from './table/table.ts'

export const readers: Readonly<Record<Source['kind'], Reader>> = {
  git: gitReader,
  'git-log': gitLogReader,
  github: githubReader,
  snapshot: snapshotReader,
  governor: governorReader,
  holders: holdersReader,
  payments: paymentsReader,
  operators: operatorsReader,
  table: tableReader,
  log: logReader,
}
