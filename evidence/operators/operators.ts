// Reads a list of who runs and holds what (YAML, JSON or CSV) as standing facts: signers, keys, domains, hosts, nodes.
import { accepted, type Refusal, type Result, refused } from '@equalizer/core'
import type { Actor, Observation } from '@equalizer/measure'
import type { z } from 'zod'
import type { ReadContext, Reader } from '../reader.ts'
import { cleanName, normalizeActor, observationId } from '../reading/identifier.ts'
import { createRepeats, type Repeats } from '../reading/repeats.ts'
import { documentEntries, type Entry } from './document.ts'
import { entrySchemas, type Section } from './operators-schema.ts'
import { rowEntries } from './rows.ts'

/**
 * Emits `signer.held`, `key.held`, `domain.held`, `host.run`, `node.run` and `override.held`, one per holder, without a
 * date. `about` is the entry's id, `required` its threshold, the weight its count (1 where it has none). A null holder is
 * somebody unknown. A bad entry goes to the ledger with its line and path.
 */
export const operatorsReader: Reader = {
  kind: 'operators',
  async *read(context) {
    const list: OperatorList = {
      context,
      repeats: createRepeats(),
      inDocument: isDocument(context.path),
      seen: new Map(),
    }
    for await (const entries of list.inDocument ? [await documentEntries(context)] : rowEntries(context)) {
      if (list.inDocument) context.ledger.read(entries.length)
      const observations: Observation[] = []
      for (const entry of entries) {
        const read = observe(list, entry)
        if ('refusal' in read) context.ledger.refuse(entry.place(read.path), read.refusal)
        else {
          context.ledger.used()
          observations.push(...read.observations)
        }
      }
      if (observations.length > 0) yield observations
    }
  },
}

interface OperatorList {
  readonly context: ReadContext
  readonly repeats: Repeats
  /** YAML or JSON: an entry is whole, so that ids and thresholds can be checked. */
  readonly inDocument: boolean
  readonly seen: Map<string, Section>
}

interface BadEntry {
  readonly path: readonly PropertyKey[]
  readonly refusal: Refusal
}

const kinds: Readonly<Record<Section, readonly [kind: string, asset: string]>> = {
  wallets: ['signer.held', 'signer'],
  keys: ['key.held', 'key'],
  domains: ['domain.held', 'domain'],
  hosting: ['host.run', 'host'],
  nodes: ['node.run', 'node'],
  overrides: ['override.held', 'override'],
}

function isDocument(path: string): boolean {
  return /\.(ya?ml|json)(\.gz)?$/i.test(path)
}

/** One shape for all sections, after their schemas have judged them. */
interface Holding {
  readonly id?: string
  readonly holders: readonly (readonly [path: readonly PropertyKey[], actor: string | null])[]
  readonly required?: number
  readonly count: number
  readonly attributes: Readonly<Record<string, string>>
}

function observe(list: OperatorList, entry: Entry): BadEntry | { observations: Observation[] } {
  const parsed = entrySchemas[entry.section].safeParse(entry.value)
  if (!parsed.success) return badEntry(parsed.error)
  const holding = holdingOf(parsed.data)
  const doubtful = list.inDocument ? contradiction(list, entry.section, holding) : null
  if (doubtful !== null) return doubtful
  const observations: Observation[] = []
  const present = new Set<string>()
  for (const [path, handle] of holding.holders) {
    const actor = actorOf(handle)
    if (!actor.ok) return { path, refusal: actor.refusal }
    if (actor.value !== null && present.has(actor.value)) {
      return {
        path,
        refusal: stated('evidence.doubled_holder', `${actor.value} stands here twice`, {
          actor: actor.value,
        }),
      }
    }
    if (actor.value !== null) present.add(actor.value)
    const texts = cleaned({
      ...holding.attributes,
      ...(holding.id === undefined ? {} : { about: holding.id }),
    })
    if (!texts.ok) return { path: [], refusal: texts.refusal }
    observations.push(observationOf(list, entry, holding, actor.value, texts.value))
  }
  return { observations }
}

function badEntry(error: z.ZodError): BadEntry {
  const [issue] = error.issues
  // An unknown field is no part of the path, and is what to look for.
  const path = [
    ...(issue?.path ?? []),
    ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
  ]
  const name = path.length === 0 ? 'The entry' : path.map(String).join('.')
  const facts = path.length === 0 ? { what: 'entry' } : { what: 'field', field: name }
  const others = error.issues.length > 1 ? `, and ${error.issues.length - 1} more` : ''
  return {
    path,
    refusal: stated('evidence.bad_entry', `${name}: ${issue?.message ?? 'invalid'}${others}`, facts),
  }
}

function holdingOf(data: z.infer<(typeof entrySchemas)[Section]>): Holding {
  const attributes: Record<string, string> = {}
  for (const name of ['jurisdiction', 'provider', 'network', 'what'] as const) {
    const value: unknown = name in data ? data[name as keyof typeof data] : undefined
    if (typeof value === 'string') attributes[name] = value
  }
  return {
    ...('id' in data ? { id: data.id } : {}),
    holders: holdersOf(data),
    ...('required' in data ? { required: data.required } : {}),
    count: 'count' in data ? data.count : 1,
    attributes,
  }
}

function holdersOf(data: z.infer<(typeof entrySchemas)[Section]>): Holding['holders'] {
  if ('signers' in data) return data.signers.map((actor, at) => [['signers', at], actor])
  if ('holders' in data) return data.holders.map((actor, at) => [['holders', at], actor])
  return 'holder' in data ? [[['holder'], data.holder]] : [[['operator'], data.operator ?? null]]
}

/** Thresholds are counted by id, so that two keys of one id would become one; a threshold nobody can reach is a slip. */
function contradiction({ seen }: OperatorList, section: Section, holding: Holding): BadEntry | null {
  const { id, required = 1, holders } = holding
  if (required > holders.length) {
    const facts = { required, listed: holders.length }
    const reason = `${required} are required and ${holders.length} listed; list unknown ones as null`
    return { path: ['required'], refusal: stated('evidence.impossible_threshold', reason, facts) }
  }
  // Several may each hold the same override alone.
  if (id === undefined || section === 'overrides') return null
  const key = JSON.stringify([section === 'hosting', id])
  const before = seen.get(key)
  if (before !== undefined) {
    const reason = `The id ${JSON.stringify(id.slice(0, 60))} stands in ${before} already`
    const facts = { id: id.slice(0, 60), section: before }
    return { path: ['id'], refusal: stated('evidence.doubled_id', reason, facts) }
  }
  seen.set(key, section)
  return null
}

function actorOf(handle: string | null): Result<Actor | null> {
  if (handle === null) return accepted(null)
  const colon = handle.indexOf(':')
  return normalizeActor(handle.slice(0, colon), handle.slice(colon + 1))
}

function cleaned(texts: Readonly<Record<string, string>>): Result<Record<string, string>> {
  const clean: Record<string, string> = {}
  for (const [name, text] of Object.entries(texts)) {
    const value = cleanName(text)
    if (!value.ok) return value
    if (name === 'about' && value.value === '')
      return refused('evidence.bad_entry', 'id: holds nothing that shows', { what: 'invisible' })
    clean[name] = value.value
  }
  return accepted(clean)
}

function observationOf(
  { context, repeats }: OperatorList,
  { section, reference }: Entry,
  { required, count }: Holding,
  actor: Actor | null,
  { about, ...attributes }: Record<string, string>,
): Observation {
  const [kind, asset] = kinds[section]
  const facts = [
    kind,
    about ?? null,
    actor,
    required ?? null,
    count,
    JSON.stringify(Object.entries(attributes).sort()),
  ]
  const content = observationId('operators', facts)
  // Two nodes alike and two unknown signers are two; one person listed twice for one key is one.
  const before = section === 'nodes' || actor === null ? repeats.before(content) : 0
  return {
    id: before === 0 ? content : observationId('operators.repeat', [content, before]),
    source: context.source.id,
    kind,
    actor,
    ...(actor?.startsWith('name:') ? { actorName: actor.slice('name:'.length) } : {}),
    atMs: null,
    weight: BigInt(count),
    asset,
    decimals: 0,
    ...(about === undefined ? {} : { about }),
    ...(required === undefined ? {} : { required }),
    reference,
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  }
}

function stated(code: string, reason: string, facts: Refusal['facts']): Refusal {
  return { code, reason, facts }
}
