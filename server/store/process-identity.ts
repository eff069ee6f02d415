// Which process on which machine this is, so that a lock left behind is told from one that is held.
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Where `pid` means something: one boot of one machine, and in it one namespace of process ids. */
export interface ProcessIdentity {
  readonly pid: number
  /** The kernel's start time of the process; null where there is no /proc. */
  readonly started: string | null
  readonly realm: string
}

function text(read: () => string): string | null {
  try {
    return read().trim()
  } catch {
    return null
  }
}

/** Clock ticks since boot at which the process began: field 22, counted after the name, which may hold spaces. */
function startedOf(pid: number): string | null {
  const stat = text(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

function realmHere(): string {
  const boot = text(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))
  const namespace = text(() => readlinkSync('/proc/self/ns/pid'))
  return [hostname(), boot ?? '', namespace ?? ''].join(' ')
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startedOf(process.pid), realm: realmHere() }
}

/** null: it belongs to another machine, boot or container, and cannot be looked at from here. */
export function isRunning(other: ProcessIdentity): boolean | null {
  if (other.realm !== realmHere()) return null
  try {
    process.kill(other.pid, 0)
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const started = startedOf(other.pid)
  return other.started === null || started === null || started === other.started
}
