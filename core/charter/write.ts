// Writes a charter as YAML that teaches: each part with a comment, defaults left out, read back as the same charter.
import { Document, isCollection, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml'
import { type Charter, charterSchema } from './charter.ts'

export interface WriteCharterOptions {
  /** Where editors find the schema; a path or URL without line breaks. */
  readonly schema?: string
}

const comments: Readonly<Record<string, string>> = {
  organization: 'Who this is about.',
  people:
    'People and every handle they use, in any source, so that nobody counts twice.\n`employer` makes people of one company one party.',
  bots: 'Identities to leave out; * stands for anything.',
  merging: 'What makes two handles one party. Everything is on unless it is turned off here.',
  groups: 'Named lists of people.',
  units:
    'The parts that can be handed over one by one. `declared` is the slider: 0 the team decides, 25 it asks first,\n50 decisions are shared, 75 the community decides, 100 nobody can override. Leave it away until you mean it.\nA unit stands where the least of its necessary surfaces stands.',
  sources: 'Where the evidence lies, relative to this file.',
  deciding:
    'The rules in force. Changing them here asks for moves, which are decided by those who would give control up or lose it.',
}

/** `readCharter` of the result gives an equal charter. */
export function writeCharter(charter: Charter, options: WriteCharterOptions = {}): string {
  const doc = new Document(withoutDefaults(charter), {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  })
  const root = doc.contents as unknown as YAMLMap<Scalar<string>>
  for (const pair of root.items) {
    const comment = comments[pair.key.value]
    if (comment) pair.key.commentBefore = comment.replace(/^/gm, ' ')
    if (pair.key.value !== 'equalizer') pair.key.spaceBefore = true
    layOut(pair, 0)
  }
  const body = doc.toString({ lineWidth: 0, flowCollectionPadding: false })
  const schema = options.schema?.replace(/[\r\n]/g, '')
  return schema ? `# yaml-language-server: $schema=${schema}\n${body}` : body
}

/** Small groups and plain lists stand on one line. */
function layOut(pair: Pair, depth: number): void {
  const { value } = pair
  if (!isCollection(value)) return
  if (depth > 0 && width(value) <= 90) value.flow = true
  else if (isSeq(value)) {
    for (const item of value.items) {
      if (isMap(item) && depth > 0 && width(item) <= 90) item.flow = true
      else if (isMap(item)) for (const inner of item.items) layOut(inner, depth + 1)
    }
  } else if (isMap(value)) for (const inner of value.items) layOut(inner, depth + 1)
}

/** Characters on one line; lists of groups never stand on one. */
function width(node: unknown): number {
  if (isScalar(node)) return String(node.value).length + 2
  if (isSeq(node)) {
    const grouped = node.items.some(item => isMap(item))
    return grouped
      ? Number.POSITIVE_INFINITY
      : node.items.reduce<number>((sum, item) => sum + width(item) + 2, 2)
  }
  if (!isMap(node)) return Number.POSITIVE_INFINITY
  return node.items.reduce<number>((sum, item) => sum + width(item.key) + width(item.value) + 2, 2)
}

/** Leaves out whatever reading puts back in: what stands there by default. */
function withoutDefaults(charter: Charter): unknown {
  const blank = charterSchema.parse({ equalizer: 1, organization: charter.organization })
  const unitDefaults = { declared: null, surfaces: [] }
  const surfaceDefaults = { necessary: true, decides: 'share', blocks: false, evidence: [] }
  return lean(
    {
      ...charter,
      organization: lean(charter.organization, { simulated: false }),
      people: charter.people.map(person => lean(person, { identities: [] })),
      merging: lean(charter.merging, blank.merging),
      units: charter.units.map(unit =>
        lean(
          { ...unit, surfaces: unit.surfaces.map(surface => lean(surface, surfaceDefaults)) },
          unitDefaults,
        ),
      ),
    },
    { people: [], bots: [], merging: {}, groups: [], units: [], sources: [] },
  )
}

function lean(from: Readonly<Record<string, unknown>>, defaults: Readonly<Record<string, unknown>>) {
  const kept = Object.entries(from).filter(
    ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(defaults[key]),
  )
  return Object.fromEntries(kept)
}
