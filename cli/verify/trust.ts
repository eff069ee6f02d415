// Whom a check trusts, as the options say it: keys, or a policy file.
import { readFile } from 'node:fs/promises'
import type { Refusal } from '@equalizer/core'
import { type Policy, parsePolicy, parseVkey, type Vkey } from '@equalizer/tlog'
import { exitCodes } from '../exit-codes.ts'
import { Stop } from '../stop.ts'

export interface TrustFlags {
  readonly vkey?: readonly string[]
  readonly policy?: string
}

export interface Trusting {
  readonly vkeys?: readonly Vkey[]
  readonly policy?: Policy
}

export async function trustOf({ vkey, policy }: TrustFlags): Promise<Trusting> {
  if (vkey && policy !== undefined) {
    throw new Stop({ code: 'cli.usage', reason: 'Either keys or a policy, which names keys itself.' })
  }
  if (policy !== undefined) return { policy: policyIn(await textOf(policy), policy) }
  return vkey ? { vkeys: vkey.map(keyOf) } : {}
}

/** An empty policy has no quorum line and trusts nobody. */
function policyIn(text: string, file: string): Policy {
  const read = parsePolicy(text)
  if (read.ok) return read.value
  const { reason, facts } = read.refusal
  throw bad({ ...read.refusal, reason: `${file}, line ${facts.line ?? 1}: ${reason}` })
}

function keyOf(text: string): Vkey {
  const read = parseVkey(text.trim())
  if (read.ok) return read.value
  throw bad({ ...read.refusal, reason: `--vkey ${text}: ${read.refusal.reason}` })
}

const bad = (refusal: Refusal) => new Stop(refusal, [], { exitCode: exitCodes.badInput })

export async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new Stop({ code: 'cli.not_found', reason: `${file} cannot be read` })
  }
}
