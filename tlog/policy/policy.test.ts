// Policies of trust: the specification's example, its rules one by one, and whom a checkpoint satisfies.
import { describe, expect, test } from 'vitest'
import { cosign } from '../checkpoint/cosignature.ts'
import { addSignatures, parseNote, signatureLine } from '../note/note.ts'
import { nobleSigner, type Signer } from '../note/signer.ts'
import { signatureTypes, vkeyOf } from '../note/vkey.ts'
import { testLog } from '../testing/test-log.ts'
import { meetsPolicy } from './meets.ts'
import { parsePolicy } from './parse.ts'
import { type Policy, quorumText } from './policy.ts'

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code
const log = testLog({ origin: 'example.org/log', entries: ['a', 'b', 'c'] })
const signers = new Map<string, Signer>(
  ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'].map((name, i) => [
    name,
    nobleSigner(`example.org/${name}`, signatureTypes.cosignature, new Uint8Array(32).fill(20 + i)),
  ]),
)
const vkey = (name: string) => signers.get(name)?.vkey.text ?? ''
const lines = (...names: readonly string[]) => names.map(name => `witness ${name} ${vkey(name)}`).join('\n')

const example = `log ${log.vkey.text}

${lines('X1', 'X2', 'X3')}
group X-witnesses 2 X1 X2 X3

${lines('Y1', 'Y2', 'Y3')}
  # the others
group\tY-witnesses  any Y1 Y2 Y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`

function policyOf(text: string): Policy {
  const policy = parsePolicy(text)
  if (!policy.ok) throw new Error(`${policy.refusal.reason}, line ${policy.refusal.facts.line}`)
  return policy.value
}

/** The log's checkpoint with the cosignatures of these. */
function cosigned(...names: readonly string[]): string {
  const note = log.checkpoint()
  const parsed = parseNote(note)
  if (!parsed.ok) throw new Error(parsed.refusal.code)
  const more = names.flatMap((name, i) => {
    const signer = signers.get(name)
    return signer === undefined ? [] : [cosign(parsed.value.text, 1_000 + i, signer)]
  })
  return addSignatures(note, more)
}

describe('the example of the specification', () => {
  const policy = policyOf(example)

  test('is read as a tree', () => {
    expect(quorumText(policy.quorum)).toBe('all of (2 of (X1, X2, X3), any of (Y1, Y2, Y3))')
    expect(policy.logs.map(({ vkey: { text } }) => text)).toEqual([log.vkey.text])
    expect(policy.witnesses.map(({ name }) => name)).toEqual([...signers.keys()])
  })

  test.each([
    [['X1', 'X2', 'Y3'], true],
    [['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'], true],
    [['X1', 'X2', 'X3'], false],
    [['X1', 'Y1', 'Y2', 'Y3'], false],
    [[], false],
  ])('%j: %s', (names, met) => {
    const result = meetsPolicy(cosigned(...names), policy)
    expect(codeOf(result)).toBe(met ? 'ok' : 'policy.quorum_not_met')
    if (result.ok) expect(result.value.witnesses.map(({ name }) => name)).toEqual(names)
    else expect(result.refusal.facts).toMatchObject({ cosigned: names.join(', '), size: 3 })
  })
})

describe('a checkpoint', () => {
  const policy = policyOf(`log ${log.vkey.text}\n${lines('X1', 'X2')}\nquorum X1\n`)

  test('says when each cosigned, the latest time of one who did twice', () => {
    const twice = addSignatures(cosigned('X1', 'X2'), cosigned('X2', 'X1').split('\n').slice(-3))
    expect(meetsPolicy(twice, policy)).toMatchObject({
      value: {
        witnesses: [
          { name: 'X1', timestampSeconds: 1_001 },
          { name: 'X2', timestampSeconds: 1_001 },
        ],
      },
    })
  })

  test('with a wrong line of a witness, needed or not, is refused', () => {
    const key = signers.get('X2')?.vkey
    if (key === undefined) throw new Error('no key')
    const wrong = addSignatures(cosigned('X1'), [signatureLine(key.name, key.id, new Uint8Array(72))])
    expect(codeOf(meetsPolicy(wrong, policy))).toBe('note.signature_invalid')
  })

  test('that the log did not sign is nobody’s, whoever cosigned it', () => {
    const [text = '', ...rest] = cosigned('X1').split(/(?=\n\n)/)
    const without = `${text}${rest.join('').replace(/— example.org\/log .*\n/, '')}`
    expect(codeOf(meetsPolicy(without, policy))).toBe('note.unverified')
  })

  test('of an origin that is not the key’s name is of another log', () => {
    const other = testLog({ origin: 'example.org/other', entries: ['a'] })
    const text = log.checkpoint().split('\n\n')[0]?.replace('example.org/log', 'example.org/other') ?? ''
    const renamed = `${text}\n\n`
    const signature = log.signer.sign(new TextEncoder().encode(`${text}\n`))
    const note = `${renamed}${signatureLine(log.vkey.name, log.vkey.id, signature)}\n`
    expect(codeOf(meetsPolicy(note, policyOf(`log ${log.vkey.text}\nquorum none\n`)))).toBe(
      'policy.other_log',
    )
    expect(codeOf(meetsPolicy(other.checkpoint(), policy))).toBe('note.unverified')
  })

  test('a witness of a kind that nobody here can check never counts', () => {
    const pq = vkeyOf('example.org/pq', signatureTypes.mlDsa44, new Uint8Array(1_312))
    const with44 = policyOf(`log ${log.vkey.text}\nwitness P ${pq.text}\nquorum P\n`)
    const note = addSignatures(log.checkpoint(), [signatureLine(pq.name, pq.id, new Uint8Array(2_428))])
    expect(codeOf(meetsPolicy(note, with44))).toBe('policy.quorum_not_met')
  })
})

describe('a policy', () => {
  test('of nothing is none, and one without a log trusts nobody', () => {
    expect(codeOf(parsePolicy(''))).toBe('policy.malformed')
    expect(codeOf(parsePolicy('# nothing\n'))).toBe('policy.malformed')
    expect(codeOf(meetsPolicy(log.checkpoint(), policyOf('quorum none\n')))).toBe('policy.no_log')
    expect(codeOf(meetsPolicy(log.checkpoint(), policyOf(`log ${log.vkey.text}\nquorum none\n`)))).toBe('ok')
  })

  test('keeps addresses as they stand', () => {
    const text = `log ${log.vkey.text} https://log.example/\nwitness X1 ${vkey('X1')} http://w.example/ä\nquorum X1`
    const policy = policyOf(text)
    expect(policy.logs[0]?.url).toBe('https://log.example/')
    expect(policy.witnesses[0]?.url).toBe('http://w.example/ä')
  })

  test('of 32 logs, witnesses and groups is read', () => {
    const of = (n: number, type: number) => nobleSigner(`k${n}`, type, new Uint8Array(32).fill(n)).vkey.text
    const numbers = Array.from({ length: 32 }, (_, i) => i + 1)
    const text = [
      ...numbers.map(n => `log ${of(n, signatureTypes.ed25519)}`),
      ...numbers.map(n => `witness w${n} ${of(n + 50, signatureTypes.cosignature)}`),
      ...numbers.map(n => `group g${n} any w${n}${n === 1 ? '' : ` g${n - 1}`}`),
      'quorum g32\n',
    ].join('\n')
    expect(policyOf(text).witnesses).toHaveLength(32)
  })

  const x = lines('X1', 'X2')
  test.each([
    ['an unknown word', `${x}\nquorun X1`],
    ['no quorum', x],
    ['two quorums', `${x}\nquorum X1\nquorum X2`],
    ['a quorum of two names', `${x}\nquorum X1 X2`],
    ['a quorum of nobody', `${x}\nquorum X3`],
    ['a quorum before its name', `quorum X1\n${x}`],
    ['a group of a later name', `group g any X1\n${x}\nquorum g`],
    ['a group of itself', `${x}\ngroup g any g\nquorum g`],
    ['a group of nobody', `${x}\ngroup g any\nquorum X1`],
    ['a group of none', `${x}\ngroup g any none\nquorum g`],
    ['a group that is called none', `${x}\ngroup none any X1\nquorum none`],
    ['none of a group', `${x}\ngroup g 0 X1 X2\nquorum g`],
    ['more than all of a group', `${x}\ngroup g 3 X1 X2\nquorum g`],
    ['a number with a zero before it', `${x}\ngroup g 01 X1 X2\nquorum g`],
    ['a member twice in a group', `${x}\ngroup g 2 X1 X1\nquorum g`],
    ['a member of two groups', `${x}\ngroup g any X1\ngroup h any X1\nquorum g`],
    ['a name twice', `${x}\ngroup X1 any X2\nquorum X1`],
    ['a witness called none', `witness none ${vkey('X1')}\nquorum none`],
    ['one key of two witnesses', `witness a ${vkey('X1')}\nwitness b ${vkey('X1')}\nquorum a`],
    ['one log twice', `log ${log.vkey.text}\nlog ${log.vkey.text}\nquorum none`],
    ['a log’s key as a witness', `witness a ${log.vkey.text}\nquorum a`],
    ['a log with a broken key', `log ${log.vkey.text}x\nquorum none`],
    ['a log with three words', `log ${log.vkey.text} a b\nquorum none`],
    ['a carriage return', `${x}\r\nquorum X1`],
    ['a null', `quorum none\u0000`],
  ])('with %s is none', (_, text) => {
    const read = parsePolicy(text)
    expect(codeOf(read)).toBe('policy.malformed')
    if (!read.ok) expect(read.refusal.facts.line).toBeGreaterThan(0)
  })

  test('of one public key under two names of a witness is none', () => {
    const renamed = nobleSigner('example.org/again', signatureTypes.cosignature, new Uint8Array(32).fill(20))
    const text = `witness a ${vkey('X1')}\nwitness b ${renamed.vkey.text}\nquorum a`
    expect(codeOf(parsePolicy(text))).toBe('policy.malformed')
  })

  test('larger than is read is refused', () => {
    expect(codeOf(parsePolicy(`#${' '.repeat(1_000_000)}\nquorum none`))).toBe('policy.too_large')
  })
})
