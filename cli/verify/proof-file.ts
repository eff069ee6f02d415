// One proof of an entry (c2sp.org/tlog-proof), checked offline: nothing is asked of anybody.
import { checkProof, type Policy } from '@equalizer/tlog'
import { nativeVerify } from '@equalizer/tlog/node'
import { readEntry } from '@equalizer/verify'
import { exitCodes } from '../exit-codes.ts'
import { Stop } from '../stop.ts'
import { harmless, harmlessJson } from '../terminal/text.ts'
import type { Context } from '../verbs/context.ts'
import { type TrustFlags, textOf, trustOf } from './trust.ts'

export async function checkProofFile(
  file: string,
  flags: TrustFlags & { readonly json?: boolean },
  { out, err }: Context,
): Promise<void> {
  const { vkeys, policy } = await trustOf(flags)
  if (!vkeys && !policy) {
    const reason = 'A proof is only as good as the key that signed it: name it by --vkey, or give a --policy.'
    throw new Stop({ code: 'cli.usage', reason })
  }
  const trusted: Policy = policy ?? {
    logs: (vkeys ?? []).map(vkey => ({ vkey })),
    witnesses: [],
    quorum: { kind: 'none' },
  }
  const checked = checkProof(await textOf(file), { policy: trusted, verify: nativeVerify })
  if (!checked.ok) {
    const { code, reason } = checked.refusal
    const asJson = flags.json ? JSON.stringify(checked.refusal) : null
    throw new Stop({ code, reason: `${reason} (${code})` }, [], { exitCode: exitCodes.notMet, asJson })
  }
  const { index, entry, checkpoint, witnesses } = checked.value
  const read = readEntry(entry)
  const shown = read.ok ? read.value.entry : null
  if (flags.json) {
    const { origin, size } = checkpoint
    return void out.write(`${harmlessJson({ origin, size, index, entry: shown, witnesses })}\n`)
  }
  out.write(`${harmlessJson(shown)}\n`)
  err.write(
    `equalizer: this is entry ${index} of the log ${harmless(checkpoint.origin)}, as it was signed at ${checkpoint.size} entries.\n`,
  )
  for (const { name, timestampSeconds } of witnesses) {
    err.write(
      `equalizer: cosigned by ${harmless(name)} at ${new Date(timestampSeconds * 1_000).toISOString()}.\n`,
    )
  }
}
