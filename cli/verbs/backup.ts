// `equalizer backup`: everything that a server keeps, in one file.
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { counting } from '../report/words.ts'
import { Stop } from '../stop.ts'
import type { Context } from './context.ts'
import { type PlaceOptions, placeOf, serverParts } from './server-parts.ts'

const examples = `
Examples:
  $ equalizer backup                                     into this folder, named by the day
  $ equalizer backup board.backup --data /srv/equalizer  of another data folder
  $ equalizer backup --database postgres://db/equalizer  of a Postgres server (or set DATABASE_URL)

A server on the embedded database is stopped first. The file holds hashes of keys: keep it as you keep a password file.`

export function addBackup(program: Command, context: Context): void {
  program
    .command('backup')
    .summary('put everything that the server keeps into one file')
    .description('Writes every table and every file put in into one file, with checksums.')
    .argument('[file]', 'where to; equalizer-<day>.backup when left out')
    .option('--data <folder>', 'the data folder (default: EQUALIZER_DATA, or where the server keeps it)')
    .option('--database <url>', 'a Postgres server instead of the embedded database (default: DATABASE_URL)')
    .addHelpText('after', examples)
    .action(async (named: string | undefined, options: PlaceOptions) => {
      const parts = await serverParts()
      const file = resolve(named ?? `equalizer-${context.today}.backup`)
      const made = new Date().toISOString()
      const done = await parts.backUp({ ...placeOf(options, context, parts), file, made })
      if (!done.ok) throw new Stop(done.refusal)
      const { rows, files, missing } = done.value
      context.out.write(`${file}: ${counting(rows, 'row')}, ${counting(files, 'file')}\n`)
      if (missing.length > 0) context.err.write(`equalizer: ${missingWords(missing)}\n`)
    })
}

const namedAtMost = 3

function missingWords(missing: readonly string[]): string {
  const named = missing.slice(0, namedAtMost).join(', ')
  const more = missing.length > namedAtMost ? ', …' : ''
  const were = missing.length === 1 ? 'was' : 'were'
  return `${counting(missing.length, 'file')} put in ${were} not there any more (${named}${more}); what was read of them is in the backup`
}
