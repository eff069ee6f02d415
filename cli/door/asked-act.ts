// An act as it is written on the command line: its type, fields, payload, note and alternatives.
import { readFile } from 'node:fs/promises'
import type { Body } from '@equalizer/client'
import { organizationUnit } from '@equalizer/core'
import type { Command } from 'commander'
import { Stop } from '../stop.ts'
import { harmless } from '../terminal/text.ts'
import type { Connection, DoorFlags } from './connect.ts'
import { payloadOf, type Schema } from './payload.ts'
import { personIn } from './people.ts'

export interface ActFlags extends DoorFlags {
  readonly unit?: string
  readonly payload?: string
  readonly file?: string
  readonly note?: string
  readonly alternative?: readonly string[]
}

export type AskedAct = Body<'POST /api/organizations/{organization}/door/foresee'>['act']
type Payload = AskedAct['payload']

export function addActOptions(command: Command): Command {
  return command
    .argument('<type>', 'act type, such as treasury.pay; equalizer acts lists them')
    .argument('[fields...]', 'key=value; parts of a field as to.kind=vendor; JSON as key:=[…]')
    .option('--unit <id>', 'the unit that it is about (default: the organization, where the act is about it)')
    .option('--payload <json>', 'the whole payload; fields come on top')
    .option('--file <path>', 'a file that holds the payload as JSON')
    .option('--note <text>', 'why; shown with the decision')
    .option(
      '--alternative <json>',
      'another payload that a vote may choose; repeatable',
      (one, before) => [...((before as string[] | undefined) ?? []), one] as never,
    )
}

/** Refuses (`cli.usage`) unknown types and fields, and what is not JSON. */
export async function askedAct(
  connection: Connection,
  type: string,
  fields: readonly string[],
  flags: ActFlags,
): Promise<AskedAct> {
  const known = await actTypeOf(connection, type)
  const unit = flags.unit ?? (known.where === 'organization' ? organizationUnit : undefined)
  if (unit === undefined) {
    throw new Stop({ code: 'cli.usage', reason: `${type} is about a unit: --unit says which.` })
  }
  const payload = await payloadOf(fields, await baseOf(flags), {
    type,
    schema: known.schema as Schema,
    person: name => personIn(connection, name),
  })
  const alternatives = flags.alternative?.map(one => objectOf(one, '--alternative'))
  return {
    type,
    unit,
    payload: payload as Payload,
    ...(flags.note === undefined ? {} : { note: flags.note }),
    ...(alternatives === undefined ? {} : { alternatives }),
  }
}

export async function actTypesOf({ call, value, organization }: Connection) {
  return (await value(call('GET /api/organizations/{organization}/act-types', { organization }))).types
}

export async function actTypeOf(connection: Connection, type: string) {
  const types = await actTypesOf(connection)
  const known = types.find(one => one.type === type)
  if (known) return known
  const [area = ''] = type.split('.')
  const near = types.filter(one => one.capability === area || one.type.endsWith(`.${type}`))
  const names = (near.length > 0 ? near : types).map(one => one.type).join(', ')
  throw new Stop({ code: 'cli.usage', reason: `There is no act type ${harmless(type)}. There are ${names}.` })
}

async function baseOf({ payload, file }: ActFlags): Promise<Payload> {
  if (payload !== undefined && file !== undefined) {
    throw new Stop({
      code: 'cli.usage',
      reason: 'The payload comes from --payload or from --file, not both.',
    })
  }
  if (payload !== undefined) return objectOf(payload, '--payload')
  if (file === undefined) return {}
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) throw new Stop({ code: 'cli.not_found', reason: `${harmless(file)} cannot be read.` })
  return objectOf(text, file)
}

function objectOf(text: string, where: string): Payload {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Payload
  } catch {
    // Said below: it is no object either way.
  }
  throw new Stop({ code: 'cli.usage', reason: `${harmless(where)} does not hold a JSON object.` })
}
