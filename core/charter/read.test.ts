// Reading a charter: every problem in its place and in plain words, limits held, JSON as good as YAML.
import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { problemLine } from './problem.ts'
import { readCharter } from './read.ts'

const head = 'equalizer: 1\norganization: {id: test, name: Test}\n'

function problems(text: string, kinds?: readonly string[]): string[] {
  const read = readCharter(text, 'c', kinds ? { kinds } : {})
  return (read.ok ? read.warnings : read.problems).map(problem => problemLine(problem, 'c'))
}

test('what is right comes back with its defaults', () => {
  const read = readCharter(`${head}units: [{id: a, name: A}]\n`, 'c')
  expect(read).toMatchObject({ ok: true, warnings: [] })
  if (read.ok) expect(read.value.units[0]).toEqual({ id: 'a', name: 'A', declared: null, surfaces: [] })
})

test('JSON, a byte-order mark and CRLF are read as well', () => {
  const json = JSON.stringify({ equalizer: 1, organization: { id: 'test', name: 'Test' } }, null, 2)
  expect(readCharter(json, 'c').ok).toBe(true)
  expect(readCharter(`\ufeff${head.replaceAll('\n', '\r\n')}`, 'c').ok).toBe(true)
})

describe('the schema', () => {
  test('all problems are listed, in the order of the file', () => {
    const text = `equalizer: 1
organisation: {id: x, name: X}
organization:
  id: A b
units:
  - id: technology
    name: Technology
    declared: "40"
    surfaces:
      - id: ships
        name: Ships
        decides: overide
        evidense: []
      - id: b
        name:
        decides: {share: x}
    target: {position: 110, by: 2026-13-01}
sources:
  - id: repo
    kind: gti
    path: 3
`
    const kinds = 'git, git-log, github, snapshot, governor, holders, payments, operators, table, log'
    expect(problems(text)).toEqual([
      'c:2:1: organisation: there is no key "organisation" here; did you mean organization?',
      'c:4:3: organization.name: name is missing',
      'c:4:7: organization.id: "A b" does not fit; an id is lower case letters, digits, - and _, at most 63',
      'c:8:15: units[0].declared: this is the text "40"; expected a number: The slider: 0 the team decides … 100 nobody can override',
      'c:12:18: units[0].surfaces[0].decides: "overide" is not known here; did you mean override? expected one of share, threshold, override, or with share',
      'c:13:9: units[0].surfaces[0].evidense: there is no key "evidense" here; did you mean evidence?',
      'c:15:9: units[0].surfaces[1].name: this is empty; expected text',
      'c:16:26: units[0].surfaces[1].decides.share: "x" does not fit; a share is a fraction, such as 2/3',
      'c:17:24: units[0].target.position: this is 110; at most 100',
      'c:17:33: units[0].target.by: "2026-13-01" does not fit; expected a day as YYYY-MM-DD',
      `c:20:11: sources[0].kind: "gti" is not known here; did you mean git? expected one of ${kinds}`,
      'c:21:11: sources[0].path: this is the number 3; expected text: Relative to the charter; must stay inside its folder',
    ])
  })

  test('the refusal names the first place and how many there are', () => {
    const read = readCharter('equalizer: 2\n', 'equalizer.yaml')
    expect(read.ok ? null : read.refusal).toMatchObject({
      code: 'charter.refused',
      facts: { problems: 2, line: 1 },
    })
  })

  test.each([
    ['', 'c:1:1: the file is empty; a charter begins with equalizer: 1 and organization'],
    ['- 1\n', 'c:1:1: the file is not a group of keys; a charter begins with equalizer: 1 and organization'],
  ])('%j is no charter', (text, line) => {
    expect(problems(text)).toEqual([line])
  })
})

describe('the text', () => {
  test.each([
    [
      'a key that stands twice',
      `${head}units: []\nunits: []\n`,
      'c:4:1: the key "units" stands twice; it is on line 3 already',
    ],
    [
      'a tag',
      `${head}bots: !secret [a]\n`,
      'c:3:7: Unresolved tag: !secret; a charter has no tags of its own',
    ],
    ['binary', `${head}bots: !!binary aGk=\n`, /c:3:7: Unresolved tag/],
    ['a second document', `${head}---\na: 1\n`, /c:3:1: /],
    [
      'YAML 1.1',
      `%YAML 1.1\n---\n${head}`,
      'c:1:1: it asks for YAML 1.1; a charter is YAML 1.2; leave the line away',
    ],
    ['a key that is a list', `${head}? [a]\n: 1\n`, 'c:3:3: a key must be plain text'],
    ['an alias to nothing', `${head}bots: *nobody\n`, 'c:3:7: nothing is called &nobody above this alias'],
    [
      'an alias inside of itself',
      `${head}bots: &a [*a]\n`,
      'c:1:1: an alias stands inside of what it names, which would never end',
    ],
    ['bad indentation', `${head}units:\n  - id: a\n name: b\n`, /c:5:/],
  ])('%s is refused', (_, text, line) => {
    expect(problems(text)[0]).toEqual(line instanceof RegExp ? expect.stringMatching(line) : line)
  })

  test('merge keys are plain keys, and unknown ones', () => {
    const text = `${head}units: [&a {id: a, name: A}, {<<: *a, id: b}]\n`
    expect(problems(text).join()).toMatch(/there is no key "<<" here/)
  })

  test('a billion laughs, too many aliases and a great one many times are refused at once', () => {
    const laughs = Array.from({ length: 9 }, (_, i) =>
      i === 0 ? 'a0: &a0 [x]' : `a${i}: &a${i} [${`*a${i - 1},`.repeat(10)}]`,
    )
    expect(problems(laughs.join('\n'))[0]).toMatch(/expand to too much/)
    expect(problems(`a: &a [x]\nb: [${'*a,'.repeat(limits.charterAliases + 1)}]`)[0]).toMatch(
      /has 101 aliases/,
    )
    const great = `a: &a ["${'x'.repeat(100_000)}"]\nb: [${'*a,'.repeat(90)}]`
    expect(problems(great)[0]).toMatch(/expand to too much/)
  })

  test('brackets without end and a file beyond the limit are refused', () => {
    expect(problems('['.repeat(limits.charterParts))).toEqual(['c:1:1: it is nested too deeply to be read'])
    const read = readCharter('#'.repeat(limits.charterBytes + 1), 'c')
    expect(read.ok ? null : read.refusal.code).toBe('charter.too_large')
  })

  test('as many lines and entries as are allowed are read, and one more is refused unread', () => {
    const list = (entries: number) => `a: [${'x,'.repeat(entries - 1)}x]`
    const within = readCharter(list(limits.charterParts), 'c')
    expect(within.ok ? null : within.refusal.code).toBe('charter.refused')
    const read = readCharter(list(limits.charterParts + 1), 'c')
    expect(read.ok ? null : read.refusal).toMatchObject({
      code: 'charter.too_large',
      facts: { limit: limits.charterParts },
    })
  })

  test('aliases of nothing without end are counted and not looked up one by one', () => {
    const lines = limits.charterParts - 1
    expect(problems('- *a\n'.repeat(lines)).at(-1)).toMatch(new RegExp(`has ${lines} aliases`))
  })

  test('levels by indentation without end are refused too, and those of a real charter are not', () => {
    const stairs = (levels: number) =>
      Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`).join('\n')
    expect(problems(stairs(1_400))).toEqual(['c:1:1: it is nested too deeply to be read'])
    expect(problems(stairs(limits.jsonDepth)).join()).toMatch(/there is no key "a"/)
  })

  test('eighty thousand unknown keys are all seen, and problems are capped', () => {
    const text = Array.from({ length: 80_000 }, (_, i) => `k${i}: 1`).join('\n')
    expect(problems(text)).toHaveLength(limits.charterProblems)
  })

  test('a key called __proto__ is refused wherever it stands, and no filter is lost by it', () => {
    expect(problems(`${head}__proto__: {polluted: 1}\n`).join()).toMatch(/no key may be called "__proto__"/)
    const table =
      'sources: [{id: s, kind: table, path: a.csv, mapping: {kind: x.y, actor: {column: a, scheme: n}'
    for (const lost of ['where: {__proto__: [3]}', 'attributes: {"__proto__": a}'])
      expect(problems(`${head}${table}, ${lost}}}]\n`).join()).toMatch(/no key may be called "__proto__"/)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('what the schema cannot see', () => {
  const surface = (evidence: string) =>
    `${head}sources: [{id: repo, kind: git, path: .}]\nunits:\n  - id: a\n    name: A\n    surfaces:\n      - {id: s, name: S, evidence: ${evidence}}\n`

  test('sources and people that are not there', () => {
    expect(problems(surface('[{source: rpo, kinds: [x]}]'))).toEqual([
      'c:8:46: units[0].surfaces[0].evidence[0].source: there is no source "rpo"; did you mean repo?',
    ])
    expect(problems(`${head}groups: [{id: g, name: G, members: [ada]}]\n`)).toEqual([
      'c:3:37: groups[0].members[0]: there is no person "ada"',
    ])
  })

  test('ids and identities that stand twice', () => {
    const people = `${head}people:\n  - {id: a, name: Ada, identities: ["email:a@x.org", "email:A@X.org"]}\n  - {id: a, name: Bo, identities: ["email:a@x.ORG"]}\n`
    expect(problems(people)).toEqual([
      'c:4:54: people[0].identities[1]: "email:A@X.org" is listed twice',
      'c:5:10: people[1].id: there is another person "a" above; each id stands once',
      'c:5:36: people[1].identities[0]: "email:a@x.ORG" belongs to "Ada" already; an identity has one owner',
    ])
  })

  test('a share that can never be reached, a table without a mapping', () => {
    expect(
      problems(`${head}units: [{id: a, name: A, surfaces: [{id: s, name: S, decides: {share: 3/2}}]}]\n`),
    ).toContain(
      'c:3:71: units[0].surfaces[0].decides.share: more than all can never be reached; expected less than one, such as 2/3',
    )
    expect(problems(`${head}sources: [{id: t, kind: table, path: t.csv}]\n`)).toEqual([
      'c:3:11: sources[0]: a table needs a mapping; mapping says which columns are the actor, the time …',
    ])
  })

  test('an unknown kind and a surface without evidence are warnings only', () => {
    expect(
      readCharter(surface('[{source: repo, kinds: [comit.merged]}]'), 'c', { kinds: ['commit.merged'] }).ok,
    ).toBe(true)
    expect(problems(surface('[{source: repo, kinds: [comit.merged]}]'), ['commit.merged'])).toEqual([
      'c:8:60: warning: units[0].surfaces[0].evidence[0].kinds[0]: no source gives observations of the kind "comit.merged"; did you mean commit.merged?',
    ])
    expect(problems(surface('[]'))).toEqual([
      'c:8:9: warning: units[0].surfaces[0]: the surface "S" has no evidence, so that its unit gets no score; add evidence, or keep it as a reminder',
    ])
  })
})
