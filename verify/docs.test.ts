// docs/verify.md says what is so: its example is made anew, its commands are run, its limits are those of the checker.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { capabilities } from '@equalizer/capabilities'
import {
  ballotMessage,
  type Command,
  canonical,
  createKernel,
  createLedger,
  keyMessage,
  presetRule,
  subjectOf,
} from '@equalizer/core'
import { encodeBase64, leafHash, nobleSigner, signatureTypes, tilePath, utf8Bytes } from '@equalizer/tlog'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hexOf } from './hex.ts'
import { limits } from './limits.ts'
import { type Published, publish } from './testing/published.ts'
import { verifyLog } from './verify-log.ts'

const file = new URL('../docs/verify.md', import.meta.url)
const page = () => readFileSync(file, 'utf8')
const [ada, mia] = ['p-ada0', 'p-mia0'] as const
const start = Date.UTC(2026, 0, 5)
const minute = 60_000

/** The log of the example, and what its ballot's signature is over. */
function example() {
  const ledger = createLedger(createKernel(capabilities))
  const signer = nobleSigner('key', signatureTypes.ed25519, new Uint8Array(32).fill(2))
  const sign = (message: Uint8Array) => encodeBase64(signer.sign(message))
  let atMs = start
  function send(command: Command, by: string) {
    atMs += minute
    const sent = ledger.send(command, by, atMs)
    if (!sent.ok) throw new Error(sent.refusal.code)
  }
  const act = (type: string, unit: string, payload: object, by: string = ada) =>
    send({ kind: 'act', act: { type, unit, payload: JSON.parse(JSON.stringify(payload)) } }, by)
  ledger.found({ stewards: [ada], draws: null }, atMs)
  act('charter.admit', 'organization', { person: mia })
  const key = `ed25519+${encodeBase64(signer.vkey.key)}`
  send({ kind: 'set_key', key, signature: sign(keyMessage({ key, person: mia })) }, mia)
  const rule = presetRule(4, { center: 'team', edge: 'community', council: 'council' })
  const everything = {
    id: 'everything',
    name: 'Everything',
    filter: { acts: ['*'], where: [] },
    consequence: 100,
  }
  act('rule.move', 'tools', {
    unit: 'tools',
    classes: [{ ...everything, rule: { ...rule, delayMs: 0, change: null } }],
  })
  act('lending.add', 'tools', { tool: 'drill', name: 'A drill' }, mia)
  const subject = subjectOf(ledger.decision('D-1'))
  const signedMs = atMs + minute
  const message = ballotMessage({ choice: 0, decision: 'D-1', person: mia, phase: 'vote', signedMs, subject })
  send({ kind: 'ballot', decision: 'D-1', choice: 0, signed: { signedMs, signature: sign(message) } }, mia)
  return { texts: ledger.entries.map(canonical), message, nowMs: atMs }
}

let folder = ''
let published: Published
const made = example()

beforeAll(async () => {
  published = await publish(made.texts, new Uint8Array(32).fill(1))
  folder = mkdtempSync(join(tmpdir(), 'verify-docs-'))
  for (const [path, bytes] of published.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

const fenced = (language: string, text: string) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

/** What stands between `<!-- name -->` and `<!-- /name -->`; EQUALIZER_WRITE=1 puts it there. */
function stands(name: string, expected: string): void {
  const part = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- /${name} -->)`)
  if (process.env.EQUALIZER_WRITE)
    writeFileSync(
      file,
      page().replace(part, (_, open, close) => `${open}\n${expected}\n${close}`),
    )
  expect(part.exec(page())?.[0]).toBe(`<!-- ${name} -->\n\n${expected}\n\n<!-- /${name} -->`)
}

test('the example is what the log comes to, and it holds', async () => {
  stands('entries', made.texts.map(one => fenced('json', one)).join('\n\n'))
  stands('leaves', fenced('text', made.texts.map(one => hexOf(leafHash(utf8Bytes(one)))).join('\n')))
  stands('checkpoint', fenced('text', text(published.files.get('checkpoint'))))
  stands('vkey', fenced('text', published.log.vkey.text))
  stands('message', fenced('json', text(made.message)))
  const report = await verifyLog(published.source, { nowMs: made.nowMs, vkeys: [published.log.vkey] })
  expect(report).toMatchObject({ ok: true, ballots: { signed: 1 } })
})

const block = (name: string) =>
  new RegExp(`<!-- ${name} -->\n\n\`\`\`\\w+\n([\\s\\S]*?)\`\`\``).exec(page())?.[1] ?? ''
const there = (program: string) => spawnSync(program, ['--help']).error === undefined

test.skipIf(!there('openssl'))('the commands with tools that everybody has', () => {
  const said = execFileSync('bash', ['-euo', 'pipefail', '-c', block('shell')], { cwd: folder }).toString()
  expect(said).toContain(hexOf(leafHash(utf8Bytes(made.texts[0] as string))))
  expect(said).toContain('Signature Verified Successfully')
})

test.skipIf(!there('python3'))('the tree in Python', () => {
  const script = join(folder, 'root.py')
  writeFileSync(script, block('python'))
  const say = () => execFileSync('python3', [script, folder]).toString()
  expect(say()).toBe(`${made.texts.length} entries, the root is the one that is signed\n`)
  const path = join(folder, tilePath('entries', 0, made.texts.length))
  const bytes = readFileSync(path)
  bytes[100] = (bytes[100] as number) ^ 1
  writeFileSync(path, bytes)
  expect(say()).toContain('is another than the one that is signed')
})

test('every limit and its value is told', () => {
  const rows = [...page().matchAll(/^\| (`\w+`(?:, `\w+`)*) \| ([\d, ]+) \|/gm)].flatMap(
    ([, names = '', values = '']) => {
      const numbers = values.split(',').map(Number)
      return names.split(', ').map((name, i) => [name.replaceAll('`', ''), numbers[i]])
    },
  )
  expect(Object.fromEntries(rows)).toEqual(limits)
})
