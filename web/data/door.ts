// Sending through the one door: with a key, so that an answer that was lost and a second press do nothing twice.
import type { Answered, Body } from '@equalizer/client'
import type { DoorAnswer } from '@equalizer/client/contract'
import { useRef } from 'react'
import { useOrganization } from './organization.ts'
import { useWrite } from './write.ts'

const door = 'POST /api/organizations/{organization}/door'
export type Command = Body<typeof door>['command']

/** 26 letters and digits; not `randomUUID`, which pages without TLS do not have. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26))
  return Array.from(bytes, byte => (byte % 36).toString(36)).join('')
}

export interface SendingThrough {
  readonly send: (command: Command) => Promise<Answered<DoorAnswer>>
  readonly isPending: boolean
}

/** A command that got no answer keeps its key when it is sent again; one that was answered is a new one. */
export function useDoor(): SendingThrough {
  const organization = useOrganization()
  const { mutateAsync, isPending } = useWrite(door)
  const unanswered = useRef<{ readonly command: string; readonly key: string } | null>(null)
  const send = async (command: Command) => {
    const written = JSON.stringify(command)
    const key = unanswered.current?.command === written ? unanswered.current.key : newKey()
    unanswered.current = { command: written, key }
    const answered = await mutateAsync({ input: { organization }, body: { command, key } })
    if (answered.ok || answered.problem.code !== 'server.unreachable') unanswered.current = null
    return answered
  }
  return { send, isPending }
}
