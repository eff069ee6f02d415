// The acts and streams of everything that is plugged in, by name; names that clash are found when the kernel is made.
import type { ActType, Capability, StreamType } from '../capability.ts'
import type { LogEvent } from '../log/entry.ts'
import { isErasureStream } from '../person/erased.ts'

export interface Plugged {
  readonly acts: ReadonlyMap<string, { readonly type: ActType; readonly capability: Capability }>
  /** The kind of stream that an event is on; undefined: nobody's. */
  streamType(stream: string): StreamType<never> | undefined
  /** Throws where a capability writes on what is not its own. */
  assertOwn(capability: Capability, events: readonly LogEvent[]): void
}

export function plug(capabilities: readonly Capability[]): Plugged {
  const acts = new Map<string, { type: ActType; capability: Capability }>()
  const streams = new Map<string, { type: StreamType<never>; capability: Capability }>()
  for (const capability of capabilities) {
    for (const type of capability.acts) {
      if (acts.has(type.type)) throw new Error(`Two capabilities declare the act ${type.type}`)
      acts.set(type.type, { type, capability })
    }
    for (const type of capability.streams) {
      if (streams.has(type.kind)) throw new Error(`Two capabilities declare the stream ${type.kind}`)
      streams.set(type.kind, { type, capability })
    }
  }

  /** The longest kind that leads the name: `treasury/account/ops` is of `treasury/account`, else of `treasury`. */
  function ownerOf(stream: string) {
    for (let kind = stream; kind !== ''; kind = kind.slice(0, Math.max(0, kind.lastIndexOf('/')))) {
      const found = streams.get(kind)
      if (found) return found
    }
    return undefined
  }

  return {
    acts,
    streamType: stream => ownerOf(stream)?.type,
    assertOwn(capability, events) {
      for (const { stream, type } of events) {
        const ofPeople = stream === 'standing' || isErasureStream(stream)
        const own = ofPeople ? capability.grants : ownerOf(stream)?.capability.name === capability.name
        if (!own) throw new Error(`${capability.name} writes ${type} on ${stream}, which is not its own`)
      }
    },
  }
}
