// Signs a ballot on this machine: what is voted on is read in the log's own entry, hashed here, and shown before it is signed.
import { type BallotKey, signBallot, type ToSign, timeToSign, toSign } from '@equalizer/client/signing'
import { Stop } from '../stop.ts'
import { harmless } from '../terminal/text.ts'
import type { Choice } from './choice.ts'
import type { Connection } from './connect.ts'
import type { Decision } from './decision-text.ts'

/** Ends the verb where the server says another thing than its log holds, or the key is not the one that is set. */
export async function askToSign(
  { call, value, organization }: Connection,
  decision: Decision,
  key: BallotKey,
): Promise<ToSign> {
  const asked = await value(toSign(call, { organization, decision }))
  if (asked === 'closed') throw cannot(`No vote is open on ${decision.id}`, 'decision.no_vote')
  if (asked === 'differs') {
    const what = `What the log holds of ${decision.id} is not what the server says a ballot is about`
    throw cannot(`${what}; nothing was signed`, 'signature.other_subject')
  }
  if (asked.key === null) throw cannot('No key is set: equalizer key set sets this one', 'key.none')
  if (asked.key !== key.text) throw cannot(`Another key is set (${asked.key})`, 'key.already_set')
  return asked
}

const cannot = (reason: string, code: string) => new Stop({ code, reason: harmless(`${reason} (${code}).`) })

export async function signed(
  asked: ToSign,
  choice: Choice,
  key: BallotKey,
  err: { write(text: string): unknown },
) {
  const signedMs = timeToSign(asked, Date.now())
  err.write(`${signedWords(asked, choice, signedMs)}\n`)
  return signBallot(asked, { choice, signedMs }, key)
}

/** The options as the entry has them, which is what the choice counts. */
function signedWords(
  { decision, phase, subject, opening }: ToSign,
  choice: Choice,
  signedMs: number,
): string {
  const { act, options } = opening as {
    act: { type: string; unit: string; payload: object }
    options: string[]
  }
  const among = phase === 'ratify' ? ['for', 'against'] : options
  const counted = among.map((option, place) => `${place} ${option}`).join(', ')
  return [
    `signing a ballot in ${decision} (${phase}): ${JSON.stringify(choice)} of ${counted}`,
    `${act.type} in ${act.unit}: ${JSON.stringify(act.payload)}`,
    `subject ${subject}, signed at ${new Date(signedMs).toISOString()}`,
  ]
    .map(harmless)
    .join('\n')
}
