// Whether the reader's votes are signed, and by this device; turning that on and off, and signing a ballot.
import type { Answered } from '@equalizer/client'
import type { Decision, DoorAnswer } from '@equalizer/client/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '../data/call.ts'
import { type Command, useDoor } from '../data/door.ts'
import { useOrganization } from '../data/organization.ts'
import { useRead } from '../data/read.ts'
import { text } from '../messages/text.ts'
import { findDeviceKey, makeDeviceKey, type Unsupported } from './device-key.ts'

type Ballot = Extract<Command, { kind: 'ballot' }>

/** `here`: the key that is set is this device's. `elsewhere`: it is not. */
export type SigningState =
  | { readonly kind: 'waits' | 'off' }
  | { readonly kind: 'unsupported'; readonly why: Unsupported }
  | { readonly kind: 'here' | 'elsewhere'; readonly key: string; readonly usedMs: number }

export interface Signing {
  readonly state: SigningState
  readonly isPending: boolean
  readonly turnOn: () => Promise<Answered<DoorAnswer>>
  readonly turnOff: () => Promise<Answered<DoorAnswer>>
  /** The ballot as it is to be sent: signed where that is on here, else as it is. */
  readonly signed: (ballot: Ballot, decision: Decision) => Promise<Answered<Ballot>>
}

/** `enabled`: only who may act has a key. */
export function useSigning(enabled: boolean): Signing {
  const organization = useOrganization()
  const queries = useQueryClient()
  const door = useDoor()
  const { data: set, problem } = useRead(
    'GET /api/organizations/{organization}/signing-key',
    { organization },
    { enabled },
  )
  const person = set?.person ?? ''
  const device = useQuery({
    queryKey: ['device key', { organization }, person],
    queryFn: () => findDeviceKey(organization, person),
    enabled: set !== undefined,
    networkMode: 'always',
  })
  const own = device.data?.kind === 'key' ? device.data.key : null

  return {
    state: stateOf(),
    isPending: door.isPending,
    async turnOn() {
      try {
        const key = own ?? (await makeDeviceKey(organization, person))
        await queries.invalidateQueries({ queryKey: ['device key'] })
        const { settingKey } = await import('./sign.ts')
        return await door.send(await settingKey(key, person))
      } catch (error) {
        return broken(error)
      }
    },
    turnOff: () => door.send({ kind: 'drop_key' }),
    async signed(ballot, decision) {
      if (own === null || set?.key !== own.text) return { ok: true, value: ballot }
      try {
        const { signedBallot } = await import('./sign.ts')
        return await signedBallot({ organization, decision, ballot, key: own })
      } catch (error) {
        return broken(error)
      }
    },
  }

  function stateOf(): SigningState {
    // What cannot be told is no reason not to vote: the server says whether a signature was missing.
    if (!enabled || problem) return { kind: 'off' }
    if (set === undefined || device.data === undefined) return { kind: 'waits' }
    const { key, usedMs } = set
    if (key !== null) return { kind: key === own?.text ? 'here' : 'elsewhere', key, usedMs }
    return device.data.kind === 'unsupported' ? device.data : { kind: 'off' }
  }
}

/** No answer of the server is told as itself; whatever else went wrong, nothing was sent. */
function broken(error: unknown): { readonly ok: false; readonly problem: ReturnType<typeof problemOf> } {
  const problem = problemOf(error)
  return {
    ok: false,
    problem: problem.code === 'page.fault' ? { ...problem, reason: text.signing.broken } : problem,
  }
}
