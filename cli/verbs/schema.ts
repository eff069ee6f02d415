// `equalizer schema`: prints the published JSON Schemas, of the charter for editors, of the report and the log for programs.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { charterJsonSchema, type JsonSchema } from '@equalizer/core'
import { reportSchema } from '@equalizer/measure'
import { Argument, type Command } from 'commander'
import { z } from 'zod'
import { Stop } from '../stop.ts'
import type { Context } from './context.ts'
import { logSchemas } from './log-schemas.ts'

const examples = `
Examples:
  $ equalizer schema charter > charter.schema.json
  $ equalizer schema report > report.schema.json
  $ equalizer schema entry > entry.schema.json             an entry of a log, with every act and event in it
  $ equalizer schema act treasury.pay                      what one type of act says
  $ equalizer schema event treasury.paid                   what one type of event says
  $ equalizer schema log folder/                           all of the log's, as files

An editor with a YAML language server checks a charter while it is written when its first line is
# yaml-language-server: $schema=charter.schema.json`

export const schemaNames = ['charter', 'report'] as const
const ofLog = ['entry', 'act', 'event', 'log'] as const
type SchemaName = (typeof schemaNames)[number] | (typeof ofLog)[number]

/** The schema as JSON text (draft 2020-12), as it is published in docs/schema. `which`: a type of act or event. */
export function schemaText(name: SchemaName, which?: string): string {
  return `${JSON.stringify(schemaOf(name, which), null, 2)}\n`
}

function schemaOf(name: SchemaName, which: string | undefined): JsonSchema {
  if (name === 'charter') return charterJsonSchema()
  if (name === 'report') {
    const { $schema, ...report } = z.toJSONSchema(reportSchema)
    return { $schema, title: 'Equalizer report', ...report }
  }
  const found = logSchemas().get(name === 'entry' ? 'entry.schema.json' : `${name}s/${which}.schema.json`)
  if (found) return found
  throw new Stop({ code: 'cli.usage', reason: `There is no ${name} ${which ?? 'without its type'}` })
}

function writeAll(folder: string | undefined): void {
  if (folder === undefined) throw new Stop({ code: 'cli.usage', reason: 'Into which folder?' })
  for (const [path, schema] of logSchemas()) {
    try {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), `${JSON.stringify(schema, null, 2)}\n`)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new Stop({ code: 'cli.cannot_write', reason: why })
    }
  }
}

export function addSchema(program: Command, context: Context): void {
  program
    .command('schema')
    .summary('print a JSON Schema')
    .description(
      "Prints the JSON Schema of the charter, of the report, or of a log's entries, acts and events.",
    )
    .addArgument(new Argument('<name>', 'which one').choices([...schemaNames, ...ofLog]))
    .argument('[which]', 'the type of the act or event; for log, the folder to write into')
    .addHelpText('after', examples)
    .action((name: SchemaName, which?: string) => {
      if (name === 'log') writeAll(which)
      else context.out.write(schemaText(name, which))
    })
}
