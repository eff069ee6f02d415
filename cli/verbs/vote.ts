// `equalizer vote`: casts a ballot in whatever vote is open on a decision.
import type { Command } from 'commander'
import { choiceOf } from '../door/choice.ts'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import type { Decision } from '../door/decision-text.ts'
import { readKeyFile } from '../door/key-file.ts'
import { type ProofFlags, proofOption, send } from '../door/send.ts'
import { askToSign, signed } from '../door/signed.ts'
import type { Context } from './context.ts'

const examples = `
Examples:
  $ equalizer vote D-17 for
  $ equalizer vote D-17 abstain --reason "I know the vendor"
  $ equalizer vote D-18 Ada,Ben                   several, or best first, as the method takes it
  $ equalizer vote D-18 Ada=3,Ben=1               points, or ranks
  $ equalizer vote D-19 '[2,0]'                   JSON: options are counted from 0
  $ equalizer vote D-17 for --sign ~/.equalizer-key

Of a paused decision, "for" keeps it stopped and "against" lets it go on.`

interface Flags extends DoorFlags, ProofFlags {
  readonly reason?: string
  readonly sign?: string
}

export function addVote(program: Command, context: Context): void {
  const command = program
    .command('vote')
    .summary('cast a ballot')
    .description('Casts a ballot in the vote that is open: advice, the vote itself, or the vote on a pause.')
    .argument('<decision>', 'such as D-17')
    .argument('<choice>', 'for, against, abstain, options by name or id, or JSON')
    .option('--reason <text>', 'published with the ballot')
    .option('--sign <file>', 'sign it by the key in this file (default: EQUALIZER_SIGNING_KEY, or unsigned)')
  addDoorOptions(command)
    .option(...proofOption)
    .addHelpText('after', examples)
    .action((decision: string, text: string, flags: Flags) => vote(decision, text, flags, context))
}

async function vote(id: string, text: string, flags: Flags, context: Context): Promise<void> {
  const path = flags.sign ?? (context.env.EQUALIZER_SIGNING_KEY || undefined)
  const key = path === undefined ? null : await readKeyFile(path)
  const connection = await connect(flags, context)
  const { call, value, organization } = connection
  const name = 'GET /api/organizations/{organization}/decisions/{decision}'
  const decision = await value(call(name, { organization, decision: id }))
  const asked = key && (await askToSign(connection, decision, key))
  const choice = choiceOf(text, optionsOf(decision, asked?.opening.options as string[] | undefined))
  const { reason } = flags
  const ballot = {
    kind: 'ballot',
    decision: id,
    choice,
    ...(reason === undefined ? {} : { reason }),
    ...(key && asked ? { signed: await signed(asked, choice, key, context.err) } : {}),
  } as const
  await send(connection, ballot, { context, flags })
}

/** What is signed counts the options as the log has them. */
function optionsOf({ phase, options, names }: Decision, inEntry: readonly string[] | undefined) {
  return phase === 'paused'
    ? { options: ['for', 'against'], names: {} }
    : { options: inEntry ?? options, names }
}
