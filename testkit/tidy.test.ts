// The style guide as a test: what can be checked by reading is not left to reviewers.
import { describe, expect, test } from 'vitest'
import { isDoor, isSource, ownFiles, textOf } from './architecture/sources.ts'

const linesAtMost = 400
const binary = /\.(png|jpe?g|gif|ico|woff2?|gz|sqlite|wasm|pdf)$/
const files = ownFiles().filter(file => !binary.test(file))
const sources = files.filter(isSource)

/** Tools fix the shape of their own configuration; doors are only lists. */
const opensItself = (file: string) => isDoor(file) || /\.config\.ts$/.test(file) || file.endsWith('.d.ts')

/** A comment of at least four words, before anything but a shebang. */
function opensWithPurpose(text: string): boolean {
  const opening = text.replace(/^#!.*\n/, '').match(/^(?:\/\/ |\/\*\*?\s+(?:\* )?)(.+)/)
  return (opening?.[1] ?? '').split(/\s+/).filter(word => /\p{L}/u.test(word)).length >= 4
}

// Written so that these lines do not find themselves.
const unfinished = /\b(?:TOD[O]|FIXM[E]|XX[X])\b/
const focused = /\b(?:test|it|describe|bench)\.only\(/
const machinePath = /(?:^|[\s'"`(=:,[])\/(?:home|root|work|Users)\/[\w.-]/
const registryHost = /https?:\/\/[\w.:@-]*(?:registry|artifactory|nexus|verdaccio|npmmirror)[\w.-]*\.[\w.-]+/i

/** `file:line: text` of each line that a pattern finds. */
function linesWith(pattern: RegExp, among: readonly string[]): string[] {
  return among.flatMap(file =>
    textOf(file)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}: ${line.trim().slice(0, 120)}`] : [])),
  )
}

describe('tidy', () => {
  test('a file opens with one sentence of purpose', () => {
    expect(sources.filter(file => !opensItself(file) && !opensWithPurpose(textOf(file)))).toEqual([])
  })

  test(`a file has at most ${linesAtMost} lines`, () => {
    const long = sources.map(file => `${file}: ${textOf(file).split('\n').length - 1} lines`)
    expect(long.filter(line => Number(line.match(/: (\d+) lines$/)?.[1]) > linesAtMost)).toEqual([])
  })

  test('names are kebab-case and say what is inside', () => {
    const kebab = /^\.?[a-z0-9]+(?:[-.][a-z0-9]+)*\.(?:ts|tsx|mts|mjs)$/
    const vague = /(?:^|[-.])(?:utils?|helpers?|managers?|misc|common)(?:[-.]|$)/
    const bad = sources.filter(file => {
      const name = file.split('/').at(-1) ?? ''
      return !kebab.test(name) || vague.test(name)
    })
    expect(bad).toEqual([])
  })

  test('nothing is left unfinished or focused', () => {
    expect(linesWith(unfinished, sources)).toEqual([])
    expect(linesWith(focused, sources)).toEqual([])
  })

  test('no line names a path of one machine or the host of a package registry', () => {
    expect(linesWith(machinePath, files)).toEqual([])
    expect(linesWith(registryHost, files)).toEqual([])
  })

  test('the patterns find what they are for', () => {
    expect(opensWithPurpose('// One sentence of purpose.\n')).toBe(true)
    expect(opensWithPurpose('#!/usr/bin/env node\n// Hands over to the pinned Node.\n')).toBe(true)
    expect(opensWithPurpose('/**\n * What this file is for.\n */')).toBe(true)
    expect(opensWithPurpose("import a from 'a'\n// One sentence of purpose.\n")).toBe(false)
    expect(opensWithPurpose('// ------\n')).toBe(false)
    expect(unfinished.test(`// ${'TO'}DO later`)).toBe(true)
    expect(focused.test(`test.${'only'}('x')`)).toBe(true)
    expect(machinePath.test(`'/${'home'}/ada/x'`)).toBe(true)
    expect(machinePath.test('https://example.org/home/ada')).toBe(false)
    expect(registryHost.test(`https://${'registry'}.example.org/x`)).toBe(true)
    expect(registryHost.test('https://example.org/docs')).toBe(false)
  })
})
