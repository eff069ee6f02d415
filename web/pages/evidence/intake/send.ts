// Sends one file as it lies on disk, with progress and a way to stop; fetch cannot tell how much has gone out.
import { type Answered, addressOf, type Understanding } from '@equalizer/client'
import type { Problem } from '@equalizer/client/contract'

export interface Taken {
  readonly upload: string
  readonly understanding: Understanding
}

export interface Sending {
  readonly answer: Promise<Answered<Taken>>
  stop(): void
}

const problem = (code: string, reason: string): Answered<never> => ({
  ok: false,
  problem: { code, reason, facts: {}, request: '' },
})

function answerOf(request: XMLHttpRequest): Answered<Taken> {
  const said: unknown = request.response
  if (request.status === 201 && said !== null) return { ok: true, value: said as Taken }
  if (said !== null && typeof said === 'object' && 'code' in said) {
    return { ok: false, problem: said as Problem }
  }
  return problem('server.unclear', `The server answered ${request.status} without saying why.`)
}

/**
 * `onSent` hears bytes. Codes of its own: `upload.stopped`; `interrupted`, the connection broke off; `unreadable`, the
 * file was moved or changed since it was chosen.
 */
export function send(organization: string, file: File, onSent: (bytes: number) => void): Sending {
  const request = new XMLHttpRequest()
  const name = file.name.slice(-255)
  const { promise, resolve } = Promise.withResolvers<Answered<Taken>>()
  request.open('POST', addressOf('POST /api/organizations/{organization}/uploads', { organization, name }))
  request.responseType = 'json'
  request.setRequestHeader('accept', 'application/json')
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.onprogress = event => onSent(event.loaded)
  request.onload = () => resolve(answerOf(request))
  request.onerror = () => resolve(problem('interrupted', 'The connection broke off.'))
  let stopped = false
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => {
        if (!stopped) request.send(file)
      },
      () => resolve(problem('unreadable', 'The browser can no longer read this file.')),
    )
  const stop = () => {
    stopped = true
    request.abort()
    resolve(problem('upload.stopped', 'Sending was stopped.'))
  }
  return { answer: promise, stop }
}
