// By which key somebody signs, for themselves to see.
import type { Answer } from '@equalizer/client'
import { type KeyState, keyStreamOf } from '@equalizer/core'
import type { Desk, Handlers } from '../desk.ts'
import { personOf } from '../persons/persons.ts'
import { fetchStreams } from './fetch.ts'

type Shown = Answer<'GET /api/organizations/{organization}/signing-key'>

async function keyOf({ store, clock }: Desk, organization: string, person: string): Promise<Shown> {
  const stream = keyStreamOf(person)
  const states = await fetchStreams(store.db, organization, [stream])
  const state = states.get(stream) as KeyState | undefined
  return { person, key: state?.key ?? null, usedMs: state?.usedMs ?? 0, atMs: clock.nowMs() }
}

export const signingHandlers: Handlers<'GET /api/organizations/{organization}/signing-key'> = {
  async 'GET /api/organizations/{organization}/signing-key'({ desk, caller, input: { organization } }) {
    if (caller.user === null) throw new Error('whoever may act is signed in')
    const person = await personOf(desk.store.db, organization, caller.user.id, desk.clock.nowMs())
    return { ok: true, value: await keyOf(desk, organization, person) }
  },
}
