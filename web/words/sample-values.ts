// For tests: values that a JSON Schema (draft 2020-12) takes, one for each turn, each choice being taken in one of them.

export interface Part {
  readonly [key: string]: unknown
}

/** Ids that the tests know names of come first. */
const words = ['2026-03', '1250', 'main', 'p-ada00', 'EUR', 'D-3', 'asset:GOV', '/units/0/name']
const cid = `bafkrei${'a'.repeat(52)}`
const longer = [
  '1/2',
  'Some words',
  cid,
  'ab'.repeat(32),
  `ed25519+${'A'.repeat(43)}=`,
  `${'A'.repeat(86)}==`,
  'treasury.pay',
]

function textFor({ pattern, format }: Part): string {
  if (format === 'uri') return 'https://example.org/x'
  if (pattern === undefined) return 'Some words'
  const fits = new RegExp(String(pattern), 'u')
  const takesAll = fits.test('2026-03') && fits.test('main')
  const found = takesAll ? 'main' : [...words, ...longer].find(one => fits.test(one))
  if (found === undefined) throw new Error(`no word fits ${pattern}`)
  return found
}

/** How many turns it takes until every choice had its own. */
export const turns = 12

export function valueFor(part: Part, turn: number): unknown {
  const choices = (part.anyOf ?? part.oneOf) as Part[] | undefined
  if (choices) return valueFor(choices[turn % choices.length] as Part, turn)
  if ('const' in part) return part.const
  if (Array.isArray(part.enum)) return part.enum[turn % part.enum.length]
  if ('$ref' in part) return null
  const type = Array.isArray(part.type) ? part.type[0] : part.type
  switch (type) {
    case 'string':
      return textFor(part)
    case 'integer':
    case 'number':
      return Math.max(Number(part.minimum ?? 0), 2)
    case 'boolean':
      return turn % 2 === 0
    case 'null':
      return null
    case 'array':
      return [valueFor(part.items as Part, turn)]
    case 'object':
      return objectFor(part, turn)
    default:
      throw new Error(`no values are known for ${JSON.stringify(part)}`)
  }
}

/** Every second turn without what may be left out. */
function objectFor(part: Part, turn: number): object {
  const required = (part.required ?? []) as string[]
  const fields = Object.entries((part.properties ?? {}) as Record<string, Part>)
  const wanted = fields.filter(([name]) => turn % 2 === 0 || required.includes(name))
  return Object.fromEntries(wanted.map(([name, of]) => [name, valueFor(of, turn)]))
}
