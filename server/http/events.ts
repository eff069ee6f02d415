// Who follows which organization's events, until they leave, sign out, may no longer, or the server stops.
import { limits, type Result, refused } from '@equalizer/core'
import type { Access } from '../auth/access.ts'
import type { Who } from '../auth/who.ts'
import type { Bell } from '../desk.ts'
import type { Asked } from './asked.ts'
import { type EventStream, openEventStream } from './event-stream.ts'

const beatMs = 20_000

interface Follower {
  readonly organization: string
  readonly who: Who
  readonly headers: Headers
  readonly stream: EventStream
}

export interface Events {
  /** Codes: `events.too_many`. */
  follow(asked: Asked): Result<never> | Response
  /** Ends what a session or key follows: it is no more. */
  endOf(via: string): void
  followers(): number
  /** Keeps connections open, and ends those of callers who may no longer; the timer calls it. */
  beat(): Promise<void>
  close(): void
}

const sse = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // A proxy such as nginx must not gather what is meant to come at once.
  'x-accel-buffering': 'no',
}

export function createEvents(bell: Bell, access: Access): Events {
  const followers = new Set<Follower>()
  const perOrganization = new Map<string, number>()
  const count = (organization: string, by: number) => {
    const now = (perOrganization.get(organization) ?? 0) + by
    if (now > 0) perOrganization.set(organization, now)
    else perOrganization.delete(organization)
  }

  function follow(asked: Asked): Result<never> | Response {
    const organization = String(asked.input.organization)
    if (asked.who === null) throw new Error('events are for who is signed in')
    if ((perOrganization.get(organization) ?? 0) >= limits.followers) {
      return refused('events.too_many', 'Too many browsers follow this organization at once.', {
        most: limits.followers,
      })
    }
    // Of HEAD nobody reads the stream, so nobody would end it.
    if (asked.request.method === 'HEAD') return new Response(null, { headers: sse })
    let mute = () => {}
    const stream = openEventStream(() => {
      mute()
      count(organization, -1)
      followers.delete(follower)
    }, asked.drop)
    const follower: Follower = { organization, who: asked.who, headers: asked.request.headers, stream }
    mute = bell.listen(organization, news => {
      stream.send(news.event, news.data)
    })
    count(organization, 1)
    followers.add(follower)
    if (asked.request.signal.aborted) stream.end()
    else asked.request.signal.addEventListener('abort', () => stream.end(), { once: true })
    return new Response(stream.stream, { headers: sse })
  }

  async function stillMay({ headers, organization }: Follower): Promise<boolean> {
    const asking = await access.whoAsks(headers)
    if (!asking.ok || asking.value.who === null) return false
    return (await access.scopesIn(asking.value.who, organization))?.has('read') ?? false
  }

  async function beat(): Promise<void> {
    for (const follower of [...followers]) {
      // A database that does not answer for a moment signs nobody out.
      const may = await stillMay(follower).catch(() => true)
      if (may) follower.stream.beat()
      else follower.stream.end()
    }
  }

  const timer = setInterval(() => void beat(), beatMs)
  timer.unref()
  return {
    follow,
    endOf(via) {
      for (const { who, stream } of [...followers]) if (who.via.id === via) stream.end()
    },
    followers: () => followers.size,
    beat,
    close() {
      clearInterval(timer)
      for (const { stream } of [...followers]) stream.end()
    },
  }
}
