// Signs a ballot in the page: only where the log says of the decision what the page shows of it.

import type { Problem } from '@equalizer/client'
import type { Decision } from '@equalizer/client/contract'
import { type BallotKey, settingOf, signBallot, timeToSign, toSign } from '@equalizer/client/signing'
import { canonical } from '@equalizer/core'
import { call } from '../data/call.ts'
import type { Command } from '../data/door.ts'
import { text } from '../messages/text.ts'

type Ballot = Extract<Command, { kind: 'ballot' }>
type Signed =
  | { readonly ok: true; readonly value: Ballot }
  | { readonly ok: false; readonly problem: Problem }

export interface Casting {
  readonly organization: string
  readonly decision: Decision
  readonly ballot: Ballot
  readonly key: BallotKey
}

export async function signedBallot({ organization, decision, ballot, key }: Casting): Promise<Signed> {
  const asked = await toSign(call, { organization, decision })
  if (!asked.ok) return asked
  if (asked.value === 'closed') return refusal('decision.no_vote', '')
  const { value } = asked
  if (value === 'differs' || !isShown(value.opening, decision))
    return refusal('signature.other_subject', text.signing.differs)
  if (value.key !== key.text) return refusal('ballot.unsigned', '')
  const said = { choice: ballot.choice, signedMs: timeToSign(value, Date.now()) }
  return { ok: true, value: { ...ballot, signed: await signBallot(value, said, key) } }
}

interface Opened {
  readonly act: Pick<Decision, 'type' | 'unit' | 'payload'>
  readonly options: readonly string[]
  readonly rule: object
}

/** What is asked, what a choice counts and by which rule are the same on the page and in the log. */
function isShown(opening: Readonly<Record<string, unknown>>, shown: Decision): boolean {
  const { act, options, rule } = opening as unknown as Opened
  const said = ({ type, unit, payload }: Opened['act'], by: Pick<Opened, 'options' | 'rule'>) =>
    canonical(withoutWords({ type, unit, payload, options: by.options, rule: by.rule }))
  return said(act, { options, rule }) === said(shown, shown)
}

/** Reasons and notes stand in the log by CID, and on the page as they were written. */
const words = /^(?:reason|note|override)(?:Erased)?$/

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([key]) => !words.test(key))
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutWords(one)]))
}

const refusal = (code: string, reason: string): Signed => ({
  ok: false,
  problem: { code, reason, facts: {}, request: '' },
})

export const settingKey = (key: BallotKey, person: string): Promise<Command> => settingOf(key, person)
