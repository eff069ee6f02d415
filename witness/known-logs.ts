// The logs that a witness or mirror knows: by origin, each with the keys that it may sign with.
import { accepted, type Result } from '@equalizer/core'
import { parsePolicy, type Vkey } from '@equalizer/tlog'

export interface KnownLog {
  /** Its name is the log's origin. */
  readonly vkey: Vkey
  /** Where its tiles are read; null or left out: it is only told of. */
  readonly url?: string | null | undefined
}

/** One log may have several keys, during a rotation. */
export interface LogKeys {
  readonly origin: string
  readonly keys: readonly Vkey[]
  readonly url: string | null
}

export function byOrigin(logs: readonly KnownLog[]): ReadonlyMap<string, LogKeys> {
  const known = new Map<string, LogKeys>()
  for (const { vkey, url } of logs) {
    const before = known.get(vkey.name)
    known.set(vkey.name, {
      origin: vkey.name,
      keys: [...(before?.keys ?? []), vkey],
      url: before?.url ?? url ?? null,
    })
  }
  return known
}

/** `log` lines as c2sp.org/tlog-policy has them; a whole policy is taken too, and its other lines say nothing here. */
export function parseLogs(text: string): Result<readonly KnownLog[]> {
  const whole = /^[ \t]*quorum[ \t]/m.test(text)
  const policy = parsePolicy(
    whole ? text : `${text}${text.endsWith('\n') || text === '' ? '' : '\n'}quorum none\n`,
  )
  return policy.ok ? accepted(policy.value.logs) : policy
}
