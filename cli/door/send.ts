// Sends one command through the door and prints what came of it, in the server's own sentence.
import type { Body } from '@equalizer/client'
import { harmless } from '../terminal/text.ts'
import type { Context } from '../verbs/context.ts'
import type { Connection, DoorFlags } from './connect.ts'
import { putOut } from './put-out.ts'

const door = 'POST /api/organizations/{organization}/door'
export type Command = Body<typeof door>['command']

export async function sent({ call, value, organization }: Connection, command: Command, key?: string) {
  const body = { command, ...(key === undefined ? {} : { key }) }
  return value(call(door, { organization }, { body }))
}

export async function send(
  connection: Connection,
  command: Command,
  { context, flags, key }: { context: Context; flags: DoorFlags; key?: string | undefined },
): Promise<void> {
  const answer = await sent(connection, command, key)
  putOut(context, flags, answer, () => harmless(answer.sentence))
}
