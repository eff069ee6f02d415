// A GitHub account, as exports name it, made into an actor.
import type { Actor } from '@equalizer/measure'
import { cleanName, normalizeActor } from '../reading/identifier.ts'
import { asObject, field, textField } from './fields.ts'

export interface GitHubAccount {
  /** null: a deleted account ("ghost"), or a login that cannot be one. */
  readonly actor: Actor | null
  readonly name: string
  readonly unreadable: boolean
}

const ghost: GitHubAccount = { actor: null, name: '', unreadable: false }

/**
 * Logins ignore case, so the actor is lower-cased and the name keeps the spelling. Machines are named alike whatever the
 * export: REST says `dependabot[bot]`, gh says `app/dependabot`, GraphQL says `dependabot` of the type Bot.
 */
export function account(value: unknown): GitHubAccount {
  const record = asObject(value)
  const login = record === null ? null : textField(record, 'login')
  if (record === null || login === null || login.toLowerCase() === 'ghost') return ghost
  const bare = login.replace(/^app\//, '')
  const machine =
    bare !== login ||
    field(record, 'is_bot') === true ||
    textField(record, '__typename', 'type')?.toLowerCase() === 'bot'
  const handle = machine && !bare.endsWith('[bot]') ? `${bare}[bot]` : bare
  const actor = normalizeActor('github', handle)
  if (!actor.ok) return { ...ghost, unreadable: true }
  const name = cleanName(textField(record, 'name') ?? handle)
  return { actor: actor.value, name: name.ok && name.value !== '' ? name.value : handle, unreadable: false }
}
