// People who set keys and sign by them, made up from a seed: mostly as it ought to be, sometimes wrong in one way.
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import {
  type BallotSaid,
  ballotMessage,
  type Command,
  type DecisionState,
  type KeyState,
  keyMessage,
  subjectOf,
} from '@equalizer/core'
import type { Random } from '@equalizer/testkit'
import { chance, people } from './random-rules.ts'
import type { Step } from './random-steps.ts'

/** What the generator looks at to sign rightly. */
export interface KeyView {
  readonly open: readonly DecisionState[]
  readonly lastMs: number
  readonly keyOf: (person: string) => KeyState
}

interface Pair {
  readonly text: string
  readonly secret: KeyObject
}

const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

function pairOf(name: string): Pair {
  const seed = createHash('sha256').update(name).digest()
  const secret = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
  const bytes = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32)
  return { secret, text: `ed25519+${bytes.toString('base64')}` }
}

/** Two of each person, so that a key can follow another. */
const pairs = new Map(people.map(person => [person, [pairOf(`${person} 1`), pairOf(`${person} 2`)] as const]))
const pairBy = new Map([...pairs.values()].flat().map(pair => [pair.text, pair]))

const signature = (message: Uint8Array, { secret }: Pair): string =>
  sign(null, message, secret).toString('base64')

/** Now and then somebody sets a key, or drops theirs. */
export function keySteps(random: Random, { keyOf }: KeyView): Step[] {
  if (!chance(random, 0.15)) return []
  const by = random.pick(people)
  const step = (command: Command): Step[] => [{ command, by, afterMs: 0 }]
  if (chance(random, keyOf(by).key === null ? 0.1 : 0.6)) return step({ kind: 'drop_key' })
  const [one, other] = pairs.get(by) ?? []
  const pair = random.pick([one, other]) as Pair
  const person = chance(random, 0.1) ? random.pick(people) : by
  return step({
    kind: 'set_key',
    key: pair.text,
    signature: signature(keyMessage({ key: pair.text, person }), pair),
  })
}

/** The step as it is; a ballot of who has a key is signed, and sometimes one that is wrong is sent before it. */
export function signedSteps(random: Random, view: KeyView, step: Step, nowMs: number): Step[] {
  const { command, by } = step
  if (command.kind !== 'ballot' || by === null) return [step]
  const { key, usedMs } = view.keyOf(by)
  const state = view.open.find(({ id }) => id === command.decision)
  const pair = pairBy.get(key ?? '') ?? pairs.get(by)?.[0]
  if (!state || !pair) return [step]
  const signedMs = Math.max(view.lastMs, nowMs, usedMs + 1)
  const { choice, decision } = command
  const said = { choice, decision, person: by, phase: phaseOf(state), signedMs, subject: subjectOf(state) }
  const right = { ...command, signed: { signedMs, signature: signature(ballotMessage(said), pair) } }
  const wrong = chance(random, 0.25) ? [wronged(random, said, pair, usedMs)] : []
  const commands: Command[] =
    key === null
      ? [...(wrong.length > 0 ? [right] : []), command]
      : [...wrong.map(signed => ({ ...command, signed })), ...(chance(random, 0.1) ? [command] : []), right]
  return commands.map((one, i) => ({ command: one, by, afterMs: i === 0 ? step.afterMs : 0 }))
}

function phaseOf({ phase }: DecisionState): BallotSaid['phase'] {
  if (phase === 'paused') return 'ratify'
  return phase === 'advice' ? 'advice' : 'vote'
}

const minute = 60_000

/** One thing is not what is signed, or what is signed is of another time. */
function wronged(random: Random, said: BallotSaid, pair: Pair, usedMs: number) {
  const { signedMs } = said
  const signed = (more: Partial<BallotSaid>) => ({
    signedMs: more.signedMs ?? signedMs,
    signature: signature(ballotMessage({ ...said, ...more }), pair),
  })
  switch (
    random.pick(['choice', 'person', 'phase', 'subject', 'time', 'replayed', 'stale', 'ahead'] as const)
  ) {
    case 'choice':
      return signed({ choice: said.choice === 0 ? 1 : 0 })
    case 'person':
      return signed({ person: people.find(one => one !== said.person) ?? '' })
    case 'phase':
      return signed({ phase: said.phase === 'vote' ? 'advice' : 'vote' })
    case 'subject':
      return signed({ subject: said.subject.replace(/.$/, 'a') })
    case 'time':
      return { ...signed({ signedMs: signedMs + 1 }), signedMs }
    case 'replayed':
      return signed({ signedMs: usedMs })
    case 'stale':
      return signed({ signedMs: Math.max(0, signedMs - random.whole(11, 1_000) * minute) })
    default:
      return signed({ signedMs: signedMs + random.whole(11, 1_000) * minute })
  }
}
