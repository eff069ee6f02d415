// YAML (or JSON, which is YAML) text into plain data under limits, with the place of every path for messages.
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import { limits } from '../limits.ts'
import { nestsTooDeep } from './nesting.ts'
import { type CharterProblem, type Clause, clause, quoted, shown, wordsOf } from './problem.ts'
import type { Path } from './shape.ts'

export interface YamlText {
  readonly value: unknown
  /** Line and column, from 1, of a path's value or key; of the nearest parent where the path is absent. */
  place(path: Path, atKey?: boolean): { line: number; column: number }
}

export type YamlResult =
  | { readonly ok: true; readonly yaml: YamlText }
  | { readonly ok: false; readonly problems: readonly CharterProblem[] }

type Place = { line: number; column: number }
type Complain = (offset: number, message: Clause, ...expected: readonly Clause[]) => void

/** Problems of syntax, of tags and aliases, and of keys that stand twice; data only where there are none. */
export function readYaml(text: string): YamlResult {
  const lines = new LineCounter()
  const problems: CharterProblem[] = []
  const complain: Complain = (offset, message, ...expected) => {
    if (problems.length >= limits.charterProblems) return
    problems.push({ severity: 'error', ...placeAt(lines, offset), path: '', ...wordsOf(message, expected) })
  }
  if (nestsTooDeep(text)) {
    complain(0, tooDeep)
    return { ok: false, problems }
  }
  try {
    const doc = parse(text, lines, complain)
    if (problems.length > 0) return { ok: false, problems }
    const value: unknown = doc.toJS({ maxAliasCount: limits.charterAliases })
    const place: YamlText['place'] = (path, atKey = false) => placeAt(lines, offsetOf(doc, path, atKey))
    return { ok: true, yaml: { value, place } }
  } catch (error) {
    // The parser descends by calling itself: too many brackets end its stack, too many aliases its patience.
    if (error instanceof RangeError) complain(0, tooDeep)
    else if (error instanceof ReferenceError) complain(0, aliasesTooLarge)
    else throw error
    return { ok: false, problems }
  }
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

function parse(text: string, lines: LineCounter, complain: Complain): Document {
  const doc = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    // Checked below: the library compares every key with every other one.
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  })
  if (doc.directives?.yaml.explicit && doc.directives.yaml.version !== '1.2') {
    const { version } = doc.directives.yaml
    complain(
      0,
      clause('charter.yaml_version', `it asks for YAML ${version}`, { version }),
      clause('charter.yaml_one_two', 'a charter is YAML 1.2; leave the line away'),
    )
  }
  for (const error of doc.errors) complain(error.pos[0], syntax(error))
  for (const warning of doc.warnings) {
    const isTag = warning.code === 'TAG_RESOLVE_FAILED'
    const noTags = clause('charter.no_tags', 'a charter has no tags of its own')
    complain(warning.pos[0], syntax(warning), ...(isTag ? [noTags] : []))
  }
  checkKeys(doc, lines, complain)
  checkAliases(doc, complain)
  return doc
}

const tooDeep = clause('charter.too_deep', 'it is nested too deeply to be read')
const aliasesTooLarge = clause('charter.aliases_too_large', 'its aliases expand to too much')

/** `what` is the parser's own code in lower case. */
function syntax({ code, message }: { code: string; message: string }): Clause {
  return clause('charter.yaml_syntax', plain(message), { what: code.toLowerCase() })
}

const plain = (message: string) =>
  message
    .replace(/\s+/g, ' ')
    .replace(/[.:]?\s*$/, '')
    .slice(0, 200)

function checkKeys(doc: Document, lines: LineCounter, complain: Complain): void {
  visit(doc, {
    Map(_, map) {
      const seen = new Map<string, number>()
      for (const { key } of map.items) {
        const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0
        if (!isScalar(key)) {
          complain(offset, clause('charter.key_not_text', 'a key must be plain text'))
          continue
        }
        const name = String(key.value)
        // As a property it would replace what every object inherits, and be lost: a filter that filters nothing.
        if (name === '__proto__')
          complain(offset, clause('charter.key_reserved', 'no key may be called "__proto__"', { key: name }))
        const first = seen.get(name)
        if (first === undefined) seen.set(name, offset)
        else {
          const { line } = placeAt(lines, first)
          complain(
            offset,
            clause('charter.key_twice', `the key ${quoted(name)} stands twice`, { key: shown(name) }),
            clause('charter.key_is_on_line', `it is on line ${line} already`, { line }),
          )
        }
      }
    },
  })
}

const shownChars = 60

/** Refuses aliases that are many, that hold themselves, or that write out to more than a charter may hold. */
function checkAliases(doc: Document, complain: Complain): void {
  const aliases: { offset: number; from: number; to: number }[] = []
  let count = 0
  visit(doc, {
    Alias(_, alias: Alias) {
      count += 1
      // Each look for what an alias names goes through the document: none beyond the limit.
      if (count > limits.charterAliases) return
      const offset = alias.range?.[0] ?? 0
      const target = alias.resolve(doc)
      if (!target) {
        const name = alias.source.slice(0, shownChars)
        const reason = `nothing is called &${name} above this alias`
        complain(offset, clause('charter.unknown_alias', reason, { alias: name }))
      }
      const [from = 0, , to = 0] = target?.range ?? []
      aliases.push({ offset, from, to })
    },
  })
  if (count > limits.charterAliases) {
    const most = `at most ${limits.charterAliases} may stand in a charter`
    complain(
      0,
      clause('charter.too_many_aliases', `it has ${count} aliases`, { count }),
      clause('charter.most_aliases', most, { limit: limits.charterAliases }),
    )
    return
  }
  if (aliases.some(({ offset, from, to }) => offset >= from && offset < to)) {
    const reason = 'an alias stands inside of what it names, which would never end'
    complain(0, clause('charter.alias_in_itself', reason))
    return
  }
  // Anchors come before their aliases, so that what is inside of a target has its size already.
  const sizes: number[] = []
  for (const { from, to } of aliases) {
    const inside = aliases.reduce(
      (sum, other, i) => (other.offset >= from && other.offset < to ? sum + (sizes[i] ?? 0) : sum),
      0,
    )
    sizes.push(to - from + inside)
  }
  if (sizes.reduce((sum, size) => sum + size, 0) > limits.charterBytes) complain(0, aliasesTooLarge)
}

function offsetOf(doc: Document, path: Path, atKey: boolean): number {
  let node: Node | null = (doc.contents as Node | null) ?? null
  let offset = node?.range?.[0] ?? 0
  for (const [depth, key] of path.entries()) {
    if (isAlias(node)) node = node.resolve(doc) ?? null
    let next: unknown = null
    if (isSeq(node)) next = node.items[Number(key)]
    else if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === String(key))
      if (!pair) return offset
      const keyOffset = (pair.key as Node).range?.[0]
      next = pair.value
      offset = keyOffset ?? offset
      if ((atKey && depth === path.length - 1) || (isScalar(next) && next.value === null)) continue
    }
    if (!isNode(next)) return offset
    node = next
    offset = next.range?.[0] ?? offset
  }
  return offset
}
