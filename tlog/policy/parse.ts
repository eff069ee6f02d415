// Reading a policy file line by line (c2sp.org/tlog-policy); every refusal names its line.
import { accepted, limits, type Result, refused } from '@equalizer/core'
import { sameBytes } from '../encoding/bytes.ts'
import { parseVkey, signatureTypes, type Vkey } from '../note/vkey.ts'
import type { Policy, PolicyLog, PolicyWitness, Quorum } from './policy.ts'

interface Reading {
  readonly logs: PolicyLog[]
  readonly witnesses: PolicyWitness[]
  readonly named: Map<string, Quorum>
  readonly members: Set<string>
  quorum: Quorum | null
}

const { ed25519, cosignature, mlDsa44 } = signatureTypes
const logTypes: readonly number[] = [ed25519, cosignature, mlDsa44]
const witnessTypes: readonly number[] = [cosignature, mlDsa44]

/** Refused as `policy.malformed` or `policy.too_large`, with the line. An empty text has no quorum line and is refused. */
export function parsePolicy(text: string): Result<Policy> {
  if (text.length > limits.policyChars) {
    return refused('policy.too_large', 'This policy is larger than is read', { atMost: limits.policyChars })
  }
  const reading: Reading = { logs: [], witnesses: [], named: new Map(), members: new Set(), quorum: null }
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const problem = readLine(reading, lines[i] ?? '')
    if (problem !== null) return malformed(problem, i + 1)
  }
  const { logs, witnesses, quorum } = reading
  if (quorum === null) return malformed('it has no quorum line', lines.length)
  return accepted({ logs, witnesses, quorum })
}

function malformed(problem: string, line: number): Result<never> {
  return refused('policy.malformed', `This is no policy: ${problem}`, { line })
}

/** What is wrong with a line, or null once it is read. */
function readLine(reading: Reading, line: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a policy may not hold
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line) || !line.isWellFormed())
    return 'it holds a control character'
  const [verb, ...words] = line.split(/[ \t]+/).filter(word => word !== '')
  if (verb === undefined || verb.startsWith('#')) return null
  if (reading.logs.length + reading.named.size >= limits.policyNames) return 'it names more than is read'
  if (verb === 'log') return readLog(reading, words)
  if (verb === 'witness') return readWitness(reading, words)
  if (verb === 'group') return readGroup(reading, words)
  if (verb === 'quorum') return readQuorum(reading, words)
  return 'a line begins with none of log, witness, group and quorum'
}

function readLog({ logs }: Reading, words: readonly string[]): string | null {
  const [text = '', url] = words
  if (words.length < 1 || words.length > 2) return 'a log is a key and perhaps an address'
  const vkey = keyOf(text, logTypes, logs)
  if (typeof vkey === 'string') return vkey
  logs.push({ vkey, ...(url === undefined ? {} : { url }) })
  return null
}

function readWitness({ witnesses, named }: Reading, words: readonly string[]): string | null {
  const [name = '', text = '', url] = words
  if (words.length < 2 || words.length > 3) return 'a witness is a name, a key and perhaps an address'
  if (name === 'none' || named.has(name)) return 'a name is given twice'
  const vkey = keyOf(text, witnessTypes, witnesses)
  if (typeof vkey === 'string') return vkey
  witnesses.push({ name, vkey, ...(url === undefined ? {} : { url }) })
  named.set(name, { kind: 'witness', name })
  return null
}

/** The key, or what is wrong with it. Two vkeys of one public key are the same key, whatever they are called. */
function keyOf(text: string, types: readonly number[], had: readonly { vkey: Vkey }[]): Vkey | string {
  const vkey = parseVkey(text)
  if (!vkey.ok) return vkey.refusal.reason
  if (!types.includes(vkey.value.type)) return 'a key is of a type that does not sign such things'
  const { key } = vkey.value
  return had.some(({ vkey: other }) => sameBytes(other.key, key)) ? 'a key is given twice' : vkey.value
}

function readGroup({ named, members }: Reading, words: readonly string[]): string | null {
  const [name = '', count = '', ...names] = words
  if (names.length === 0) return 'a group is a name, how many of it, and its members'
  if (name === 'none' || named.has(name)) return 'a name is given twice'
  const needed = neededOf(count, names.length)
  if (needed === null) return 'how many of a group is all, any or a number up to its members'
  const chosen: Quorum[] = []
  for (const member of names) {
    const quorum = named.get(member)
    if (quorum === undefined) return 'a group has a member that no line before it names'
    if (members.has(member)) return 'a name is a member twice'
    members.add(member)
    chosen.push(quorum)
  }
  named.set(name, { kind: 'group', name, needed, members: chosen })
  return null
}

function neededOf(count: string, members: number): number | null {
  if (count === 'all') return members
  if (count === 'any') return 1
  const needed = /^[1-9][0-9]{0,5}$/.test(count) ? Number(count) : 0
  return needed >= 1 && needed <= members ? needed : null
}

function readQuorum(reading: Reading, words: readonly string[]): string | null {
  const [name = ''] = words
  if (reading.quorum !== null) return 'it has two quorum lines'
  if (words.length !== 1) return 'a quorum is one name'
  const quorum: Quorum | undefined = name === 'none' ? { kind: 'none' } : reading.named.get(name)
  if (quorum === undefined) return 'the quorum is a name that no line before it gives'
  reading.quorum = quorum
  return null
}
