// `equalizer approve`, `decline`, `object`, `veto`, `pause`, `cancel`, `retry`: the parts that need nothing but a reason.
import type { Command } from 'commander'
import { addDoorOptions, connect, type DoorFlags } from '../door/connect.ts'
import { send } from '../door/send.ts'
import type { Context } from './context.ts'

const withoutReason = [
  ['approve', 'approve a decision that waits for approvals'],
  ['retry', 'ask again for an execution that was refused'],
] as const
const withReason = [
  ['decline', 'decline to approve'],
  ['object', 'object to what passes by consent'],
  ['veto', 'veto what was decided, within the window'],
  ['pause', 'halt a decision for a while'],
  ['cancel', 'take back what you proposed'],
] as const

export function addParts(program: Command, context: Context): void {
  const verb = (name: string, summary: string) =>
    program
      .command(name)
      .summary(summary)
      .description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`)
      .argument('<decision>', 'such as D-17')
  for (const [kind, summary] of withoutReason) {
    addDoorOptions(verb(kind, summary)).action(async (decision: string, flags: DoorFlags) => {
      await send(await connect(flags, context), { kind, decision }, { context, flags })
    })
  }
  for (const [kind, summary] of withReason) {
    const command = verb(kind, summary).requiredOption('--reason <text>', 'published')
    addDoorOptions(command)
      .addHelpText('after', `\nExamples:\n  $ equalizer ${kind} D-17 --reason "Twice the usual price"`)
      .action(async (decision: string, flags: DoorFlags & { reason: string }) => {
        const { reason } = flags
        await send(await connect(flags, context), { kind, decision, reason }, { context, flags })
      })
  }
}
