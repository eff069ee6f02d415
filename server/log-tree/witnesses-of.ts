// Who cosigned a log and when, and how far what enough of them cosigned is behind what was signed.
import type { Witnesses } from '@equalizer/client/contract'
import { cosignersOf, type Policy, parseNote, quorumMet, quorumText } from '@equalizer/tlog'
import { nativeVerify } from '@equalizer/tlog/node'
import type { OrganizationLog } from './organization-log.ts'
import type { PolicyNow } from './policy-file.ts'

/** Names of those whose lines stand under the checkpoint that readers get, by when. */
function cosigned(note: string, policy: Policy): ReadonlyMap<string, number> {
  const parsed = parseNote(note)
  const found = parsed.ok ? cosignersOf(parsed.value, policy, nativeVerify) : parsed
  if (!found.ok) return new Map()
  return new Map(found.value.map(({ name, timestampSeconds }) => [name, timestampSeconds * 1_000]))
}

export function witnessesOf(log: OrganizationLog, now: PolicyNow): Omit<Witnesses, 'mirrors'> {
  const { served, signed, signedMs, gathering } = log
  const about = { size: served?.size ?? 0, signed: signed.size, signedMs, policy: now.state }
  if (now.state !== 'in_force' || served === null)
    return { ...about, quorum: { needed: 'none', met: true }, witnesses: [] }
  const { policy } = now
  const under = cosigned(served.note, policy)
  const witnesses = policy.witnesses.map(({ name, url }) => {
    const { last, problem } = gathering.of(name)
    const timestampMs = last?.timestampMs ?? under.get(name) ?? null
    const size = last?.size ?? (under.has(name) ? served.size : null)
    return { name, url: url ?? null, timestampMs, size, problem }
  })
  const met = quorumMet(policy.quorum, new Set(under.keys()))
  return { ...about, quorum: { needed: quorumText(policy.quorum), met }, witnesses }
}
