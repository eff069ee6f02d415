// A value outside React that components can follow: one writer, any number of readers.
import { useSyncExternalStore } from 'react'

export interface Value<T> {
  readonly get: () => T
  readonly set: (value: T) => void
  readonly follow: (hear: () => void) => () => void
}

export function createValue<T>(first: T): Value<T> {
  let held = first
  const listeners = new Set<() => void>()
  return {
    get: () => held,
    set(value) {
      if (Object.is(value, held)) return
      held = value
      for (const hear of listeners) hear()
    },
    follow(hear) {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
  }
}

export function useValue<T>(value: Value<T>): T {
  return useSyncExternalStore(value.follow, value.get, value.get)
}
