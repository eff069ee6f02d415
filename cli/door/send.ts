// Sends one command through the door and prints what came of it, in the server's own sentence; its proof goes into a file.
import type { Body } from '@equalizer/client'
import { checkOutput, writeOutput } from '../output/write-file.ts'
import { harmless } from '../terminal/text.ts'
import type { Context } from '../verbs/context.ts'
import type { Connection, DoorFlags } from './connect.ts'
import { putOut } from './put-out.ts'

const door = 'POST /api/organizations/{organization}/door'
export type Command = Body<typeof door>['command']

export interface ProofFlags {
  /** Where the proof of the entry goes. */
  readonly proof?: string
}

export const proofOption = [
  '--proof <file>',
  'keep the proof that it stands in the log: a .tlog-proof, checked without the server',
] as const

export async function sent(
  { call, value, organization }: Connection,
  command: Command,
  key?: string,
  proof = false,
) {
  const body = { command, ...(key === undefined ? {} : { key }) }
  return value(call(door, { organization, ...(proof ? { proof: 'true' } : {}) }, { body }))
}

export async function send(
  connection: Connection,
  command: Command,
  { context, flags, key }: { context: Context; flags: DoorFlags & ProofFlags; key?: string | undefined },
): Promise<void> {
  const { proof } = flags
  // What is done is done: whether there is room for its proof is asked before.
  if (proof !== undefined) await checkOutput(proof)
  const answer = await sent(connection, command, key, proof !== undefined)
  putOut(context, flags, answer, () => harmless(answer.sentence))
  if (!flags.json) context.err.write(`equalizer: entry ${answer.entry} of the log\n`)
  if (proof === undefined) return
  if (answer.proof !== null) return writeOutput(proof, answer.proof)
  const address = `/log/${connection.organization}/proof/${answer.entry}`
  context.err.write(
    `equalizer: it is done, and no checkpoint holds it yet; its proof will be at ${address}\n`,
  )
}
