// docs/log-entries.md, made of the schemas: what every command and every event says, field by field.
import {
  actTypes,
  type Capability,
  canonical,
  createKernel,
  createLedger,
  entrySchema,
  eventSchemas,
  type JsonSchema,
  loggedCommands,
} from '@equalizer/core'
import { z } from 'zod'

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as JsonSchema

export function logEntriesPage(capabilities: readonly Capability[]): string {
  return `${[head, frame(capabilities), example(capabilities), commands(capabilities), acts(capabilities), events(capabilities)].join('\n\n')}\n`
}

const head = `# Entries of a log

An organization's log is a list of entries. An entry holds one command that was accepted, who sent it, and every event that came of
it; a command that was refused leaves none. How the entries are kept, signed and checked is told in [verify.md](verify.md), how a
command is decided in [loop.md](loop.md).

An entry is canonical JSON (RFC 8785) in UTF-8, at most 65,535 bytes. Its JSON Schema (draft 2020-12) is
[schema/log/entry.schema.json](schema/log/entry.schema.json), which every server has at \`/log/schema.json\`; \`equalizer schema entry\` prints
it. Beside it stands one schema for [each type of act](schema/log/acts) and [each type of event](schema/log/events). A schema says what an entry can
look like. Whether it could happen takes deciding every command of the log again.

Entries stay valid: a later version reads every entry of an earlier one. This page is made of the schemas. A field with \`?\` may be left
out. Times are whole milliseconds since 1970 in UTC; amounts and weights are decimal text, since JSON numbers are not exact. People are random ids.
What people say is the CID of a sealed text, which can be erased; in entries made before texts were sealed it is the text itself.`

function frame(capabilities: readonly Capability[]): string {
  const rows = fieldsOf(schemaOf(entrySchema(capabilities))).map(([name, words]) => `| ${name} | ${words} |`)
  return ['## An entry\n', table('field', 'what it says'), ...rows].join('\n')
}

/** The second entry of a log that was founded by one steward. */
function example(capabilities: readonly Capability[]): string {
  const ledger = createLedger(createKernel(capabilities))
  const atMs = Date.UTC(2026, 0, 5)
  ledger.found({ stewards: ['p-ada0'], draws: null }, atMs)
  const payload = { currency: 'EUR', decimals: 2 }
  const act = { type: 'treasury.declare_currency', unit: 'organization', payload }
  ledger.send({ kind: 'act', act }, 'p-ada0', atMs + 60_000)
  const [, second] = ledger.entries
  return `For example, byte by byte, the second entry of a log in which one steward declares a currency a minute after the founding:

\`\`\`json
${canonical(second)}
\`\`\``
}

function commands(capabilities: readonly Capability[]): string {
  const rows = [...loggedCommands(actTypes(capabilities))].map(
    ([kind, schema]) =>
      `| \`${kind}\` | ${words(schemaOf(schema))} | ${fieldList(schemaOf(schema), ['kind'])} |`,
  )
  return `## Commands

Told apart by \`kind\`. An act stands in the command where it was done at once. Where it opened a decision, the command only names the
decision, and its event \`decision.opened\` holds the act.

${[table('kind', 'what was asked', 'fields'), ...rows].join('\n')}`
}

function acts(capabilities: readonly Capability[]): string {
  const rows = actTypes(capabilities).map(
    ({ type, summary, payload }) =>
      `| ${link('acts', type)} | ${summary} | ${fieldList(schemaOf(payload))} |`,
  )
  return `## Acts

An act has a \`type\`, a \`unit\`, a \`payload\`, perhaps a \`note\` saying why, and perhaps \`alternatives\`: other payloads, between which a vote
chooses. The payload stands as the schema of its type reads it, with defaults filled in.

${[table('type', 'what it does', 'payload'), ...rows].join('\n')}`
}

function events(capabilities: readonly Capability[]): string {
  const kinds = new Map<string, string[]>()
  for (const { type, of, schema } of eventSchemas(capabilities).values()) {
    const data = schemaOf(schema.shape.data as z.ZodType)
    const title = `### On \`${of.kind}\`\n\nNamed \`${of.pattern.source.slice(1, -1).replaceAll('\\/', '/')}\`.`
    const rows = kinds.get(title) ?? []
    kinds.set(title, [...rows, `| ${link('events', type)} | ${words(data)} | ${fieldList(data)} |`])
  }
  const tables = [...kinds].map(
    ([title, rows]) => `${title}\n\n${[table('type', 'what happened', 'data'), ...rows].join('\n')}`,
  )
  return `## Events

An event stands on a stream, whose state it changes, and is told apart by its \`type\`. The names of streams are given as regular
expressions.

${tables.join('\n\n')}`
}

const table = (...titles: readonly string[]) =>
  `\n| ${titles.join(' | ')} |\n|${'---|'.repeat(titles.length)}`
const link = (folder: string, type: string) => `[\`${type}\`](schema/log/${folder}/${type}.schema.json)`

/** Its own, or those of what may also be null. */
function words({ description, anyOf = [] }: JsonSchema): string {
  if (typeof description === 'string') return description.replaceAll('|', '\\|')
  const [inner] = (anyOf as readonly JsonSchema[]).map(words).filter(said => said !== '')
  return inner === undefined ? '' : `${inner}; or null`
}

function fieldsOf({ properties = {}, required = [] }: JsonSchema): (readonly [string, string])[] {
  const needed = new Set(required as readonly string[])
  return Object.entries(properties as Record<string, JsonSchema>).map(([name, field]) => [
    `\`${name}\`${needed.has(name) ? '' : '?'}`,
    words(field),
  ])
}

function fieldList(schema: JsonSchema, without: readonly string[] = []): string {
  const left = fieldsOf(schema).filter(([name]) => !without.includes(name.slice(1, -1)))
  return left.map(([name, said]) => (said === '' ? name : `${name}: ${said}`)).join('<br>')
}
