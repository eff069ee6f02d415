// What a ballot is about, as one hash: the CID of what `decision.opened` says.
import type { Opening } from '../decision/evolve.ts'
import { canonical } from '../log/canonical.ts'
import { cidOf } from '../log/cid.ts'

/** What an opening says, and a state goes on saying. */
const said = [
  'id',
  'act',
  'class',
  'stage',
  'isMove',
  'rule',
  'groups',
  'openedSeq',
  'options',
  'against',
  'juries',
  'draw',
] as const satisfies readonly (keyof Opening)[]

/** Hashed once for each decision at hand: the state is made anew with every ballot, its act never is. */
const known = new WeakMap<object, string>()

/**
 * A decision keeps everything that its opening said, word for word, so that whoever has the state has the subject too. It is
 * `cidOf(canonical(data))` of the event.
 */
export function subjectOf(state: Opening): string {
  const found = known.get(state.act)
  if (found !== undefined) return found
  const opening = Object.fromEntries(said.map(field => [field, state[field]]))
  const subject = cidOf(canonical(opening))
  known.set(state.act, subject)
  return subject
}
