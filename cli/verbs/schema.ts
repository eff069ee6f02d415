// `equalizer schema`: prints the published JSON Schemas, of the charter for editors and of the report for programs.
import { charterJsonSchema } from '@equalizer/core'
import { reportSchema } from '@equalizer/measure'
import { Argument, type Command } from 'commander'
import { z } from 'zod'
import type { Context } from './context.ts'

const examples = `
Examples:
  $ equalizer schema charter > charter.schema.json
  $ equalizer schema report > report.schema.json

An editor with a YAML language server checks a charter while it is written when its first line is
# yaml-language-server: $schema=charter.schema.json`

export const schemaNames = ['charter', 'report'] as const
type SchemaName = (typeof schemaNames)[number]

/** The schema as JSON text (draft 2020-12), as it is published in docs/schema. */
export function schemaText(name: SchemaName): string {
  const { $schema, ...report } = z.toJSONSchema(reportSchema)
  const schema = name === 'charter' ? charterJsonSchema() : { $schema, title: 'Equalizer report', ...report }
  return `${JSON.stringify(schema, null, 2)}\n`
}

export function addSchema(program: Command, context: Context): void {
  program
    .command('schema')
    .summary('print a JSON Schema')
    .description('Prints the JSON Schema of the charter or of the report.')
    .addArgument(new Argument('<name>', 'which one').choices(schemaNames))
    .addHelpText('after', examples)
    .action((name: SchemaName) => {
      context.out.write(schemaText(name))
    })
}
