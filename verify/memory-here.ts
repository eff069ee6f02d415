// A memory that lasts as long as the program.
import type { Evidence, Memory, Remembered } from './memory.ts'

export interface MemoryHere extends Memory {
  readonly evidence: Evidence[]
}

export function nothingKept(): MemoryHere {
  const kept = new Map<string, Remembered>()
  const evidence: Evidence[] = []
  return {
    evidence,
    read: name => Promise.resolve(kept.get(name) ?? null),
    write(name, remembered) {
      kept.set(name, remembered)
      return Promise.resolve()
    },
    keep(one) {
      evidence.push(one)
      return Promise.resolve(`kept ${evidence.length}`)
    },
  }
}
