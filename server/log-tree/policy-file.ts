// The policy of this server: whom it asks to cosign its logs, and how many of them a checkpoint needs before readers get it.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Policy, parsePolicy } from '@equalizer/tlog'
import type { Logger } from 'pino'
import { logsFolder, policyName } from './log-folder.ts'

export type PolicyNow =
  | { readonly state: 'none' | 'invalid' }
  | { readonly state: 'in_force'; readonly policy: Policy }

export interface PolicyFile {
  /** As the file says now; it is read again when it was changed. */
  now(): Promise<PolicyNow>
}

const bytesAtMost = 1_048_576

/** `root`: the data folder. What is no policy is said once in the log, and nobody is asked. */
export function policyFile(root: string, log: Logger, name = policyName): PolicyFile {
  const path = join(logsFolder(root), name)
  let seen = ''
  let found: PolicyNow = { state: 'none' }

  async function read(): Promise<PolicyNow> {
    const text = (await readFile(path, 'utf8')).slice(0, bytesAtMost)
    const policy = parsePolicy(text)
    if (!policy.ok) {
      log.error({ path, ...policy.refusal.facts }, `the file is not in force: ${policy.refusal.reason}`)
      return { state: 'invalid' }
    }
    log.info({ path, witnesses: policy.value.witnesses.length }, 'the file is in force')
    return { state: 'in_force', policy: policy.value }
  }

  return {
    async now() {
      const at = await stat(path).catch(() => null)
      const mark = at?.isFile() ? `${at.mtimeMs} ${at.size} ${at.ino}` : ''
      if (mark === seen) return found
      found = mark === '' ? { state: 'none' } : await read()
      seen = mark
      return found
    },
  }
}
