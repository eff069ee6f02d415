// By these a capability declares its acts and streams with the types of their payloads and states.
import type { z } from 'zod'
import type { Payload } from './act/act.ts'
import type { ActType, EventSchemas, Executing, Execution, StreamType } from './capability.ts'
import type { At } from './log/entry.ts'
import type { Result } from './refusal.ts'

/** What executing is given, with the payload as the act's own schema reads it. */
export interface ExecutingOf<P> extends Executing {
  readonly payload: P
}

interface ActOf<P> extends Omit<ActType, 'payload' | 'title' | 'options' | 'execute'> {
  readonly payload: z.ZodType<P>
  readonly title?: (payload: P) => string
  readonly options?: (payload: P) => readonly string[]
  readonly execute: (executing: ExecutingOf<P>) => Result<Execution>
}

/** The kernel parses a payload by its schema before anything else sees it, so that here it has the schema's type. */
export function declareAct<P>({ payload, title, options, execute, ...rest }: ActOf<P>): ActType {
  return {
    ...rest,
    payload: payload as unknown as z.ZodType<Payload, Payload>,
    ...(title ? { title: (given: Payload) => title(given as P) } : {}),
    ...(options ? { options: (given: Payload) => options(given as P) } : {}),
    execute: executing => execute({ ...executing, payload: executing.act.payload as P }),
  }
}

/** An event as its schema says, before it stands on a stream. */
export type EventOf<E extends EventSchemas> = {
  [T in keyof E & string]: { readonly type: T; readonly data: z.infer<E[T]> }
}[keyof E & string]

/** On its stream. */
export type EventOn<E extends EventSchemas> = EventOf<E> & { readonly stream: string }

/** A stream's state is only ever what its own `evolve` answered, and its events are those declared here. */
export function declareStream<S, E extends EventSchemas>(
  kind: string,
  events: E,
  evolve: (state: S | null, event: EventOn<E>, at: At) => S,
): StreamType<never> {
  return { kind, events, evolve } as unknown as StreamType<never>
}
