// `equalizer vote`: casts a ballot in whatever vote is open on a decision.
import type { Command } from 'commander'
import { type Choice, choiceOf } from '../door/choice.ts'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import type { Decision } from '../door/decision-text.ts'
import { readKeyFile } from '../door/key-file.ts'
import { type ProofFlags, proofOption, send } from '../door/send.ts'
import type { Context } from './context.ts'

const examples = `
Examples:
  $ equalizer vote D-17 for
  $ equalizer vote D-17 abstain --reason "I know the vendor"
  $ equalizer vote D-18 Ada,Ben                   several, or best first, as the method takes it
  $ equalizer vote D-18 Ada=3,Ben=1               points, or ranks
  $ equalizer vote D-19 '[2,0]'                   JSON: options are counted from 0

Of a paused decision, "for" keeps it stopped and "against" lets it go on.`

export function addVote(program: Command, context: Context): void {
  const command = program
    .command('vote')
    .summary('cast a ballot')
    .description('Casts a ballot in the vote that is open: advice, the vote itself, or the vote on a pause.')
    .argument('<decision>', 'such as D-17')
    .argument('<choice>', 'for, against, abstain, options by name or id, or JSON')
    .option('--reason <text>', 'published with the ballot')
  addDoorOptions(command)
    .option(...proofOption)
    .addHelpText('after', examples)
    .action(async (decision: string, text: string, flags: DoorFlags & ProofFlags & { reason?: string }) => {
      const connection = await connect(flags, context)
      const choice = await choiceIn(connection, decision, text)
      const { reason } = flags
      const ballot = {
        kind: 'ballot',
        decision,
        choice,
        ...(reason === undefined ? {} : { reason }),
      } as const
      await send(connection, ballot, { context, flags })
    })
}

async function choiceIn(
  { call, value, organization }: Connection,
  decision: string,
  text: string,
): Promise<Choice> {
  const name = 'GET /api/organizations/{organization}/decisions/{decision}'
  const { options, names, phase } = await value(call(name, { organization, decision }))
  return choiceOf(text, phase === 'paused' ? { options: ['for', 'against'], names: {} } : { options, names })
}
