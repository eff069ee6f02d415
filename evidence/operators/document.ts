// A list of operators as YAML or JSON (YAML 1.2 reads both): its entries, each with the place where it stands.
import { limits, type Refusal, readYaml } from '@equalizer/core'
import { type Place, type ReadContext, SourceRefused } from '../reader.ts'
import { isDamaged, readText } from '../reading/text.ts'
import { entrySchemas, type Section } from './operators-schema.ts'

export interface Entry {
  readonly section: Section
  readonly value: unknown
  /** The place of the entry, or of what `path` names inside of it. */
  place(path?: readonly PropertyKey[]): Place
  readonly reference: string
}

type Steps = readonly (string | number)[]

/**
 * Throws `SourceRefused` (`evidence.document_too_large`, `bad_charset`, `bad_yaml`, `unknown_section`, `bad_section`) for
 * what is no such document; what an entry holds is for the caller to judge.
 */
export async function documentEntries(context: ReadContext): Promise<Entry[]> {
  const file = context.source.path
  const text = await wholeText(context)
  const { value, lineOf } = parse(text)
  if (value === null || value === undefined) return []
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw refusal('evidence.bad_yaml', 'The document is not a list of operators: it has no sections', {
      what: 'sections',
      line: 1,
    })
  }
  const entries: Entry[] = []
  for (const [name, list] of Object.entries(value)) {
    if (!isSection(name)) {
      const known = Object.keys(entrySchemas).join(', ')
      const reason = `There is no section ${JSON.stringify(name.slice(0, 60))}; there are ${known}`
      throw refusal('evidence.unknown_section', reason, {
        section: name.slice(0, 60),
        known,
        line: lineOf([name]),
      })
    }
    if (list === null) continue // a heading with nothing under it
    if (!Array.isArray(list)) {
      const facts = { section: name, line: lineOf([name]) }
      throw refusal('evidence.bad_section', `${name} is not a list`, facts)
    }
    if (list.length > limits.operatorEntries) {
      const reason = `${name} has more than ${limits.operatorEntries} entries; write it as CSV`
      throw refusal('evidence.document_too_large', reason, {
        what: 'section',
        section: name,
        limit: limits.operatorEntries,
        line: lineOf([name]),
      })
    }
    list.forEach((entry, at) => {
      const place = (path: readonly PropertyKey[] = []): Place => {
        const steps = [name, at, ...path.map(step => (typeof step === 'symbol' ? '' : step))]
        return { file, line: lineOf(steps), column: spelled(steps) }
      }
      entries.push({ section: name, value: entry, place, reference: `${file}#${name}[${at}]` })
    })
  }
  return entries
}

function isSection(name: string): name is Section {
  return Object.hasOwn(entrySchemas, name)
}

/** `wallets[0].signers[2]` */
function spelled(steps: Steps): string {
  return steps
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join('')
}

async function wholeText(context: ReadContext): Promise<string> {
  let text = ''
  for await (const piece of readText(context)) {
    text += piece
    if (text.length > limits.operatorsBytes) {
      throw refusal(
        'evidence.document_too_large',
        'The document is too large to be read whole; write it as CSV',
        { what: 'whole' },
      )
    }
  }
  if (isDamaged(text)) {
    throw refusal(
      'evidence.bad_charset',
      "There are bytes that are not of the charset; declare the source's charset",
      { what: 'document' },
    )
  }
  return text
}

function parse(text: string): { value: unknown; lineOf: (steps: Steps) => number | null } {
  const read = readYaml(text)
  if (read.ok) return { value: read.yaml.value, lineOf: steps => read.yaml.place(steps).line }
  const [problem] = read.problems
  const line = problem?.line ?? null
  const reason = `This is not YAML: ${problem?.message ?? 'unreadable'}`
  throw refusal('evidence.bad_yaml', reason, { what: 'syntax', line })
}

function refusal(code: string, reason: string, facts: Refusal['facts']): SourceRefused {
  const where = typeof facts.line === 'number' ? ` (line ${facts.line})` : ''
  return new SourceRefused({ code, reason: reason + where, facts })
}
