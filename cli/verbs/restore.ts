// `equalizer restore`: a backup into an empty data folder or database.
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { counting } from '../report/words.ts'
import { Stop } from '../stop.ts'
import type { Context } from './context.ts'
import { type PlaceOptions, placeOf, serverParts } from './server-parts.ts'

const examples = `
Examples:
  $ equalizer restore board.backup --data /srv/equalizer
  $ equalizer restore board.backup --database postgres://db/equalizer

The whole file is checked first. Nothing is written over: the data folder and the database must be empty. A backup of the
embedded database can be restored into a Postgres server, and the other way round.`

export function addRestore(program: Command, context: Context): void {
  program
    .command('restore')
    .summary('bring a backup back into an empty place')
    .description('Checks a backup and brings it back into an empty data folder or database.')
    .argument('<file>', 'the backup')
    .option('--data <folder>', 'the data folder (default: EQUALIZER_DATA, or where the server keeps it)')
    .option('--database <url>', 'a Postgres server instead of the embedded database (default: DATABASE_URL)')
    .addHelpText('after', examples)
    .action(async (named: string, options: PlaceOptions) => {
      const parts = await serverParts()
      const place = placeOf(options, context, parts)
      const done = await parts.restoreBackup({ ...place, file: resolve(named) })
      if (!done.ok) throw new Stop(done.refusal)
      const { rows, files, head } = done.value
      context.out.write(
        `${place.folder}: ${counting(rows, 'row')}, ${counting(files, 'file')}, as of ${head.made}\n`,
      )
    })
}
