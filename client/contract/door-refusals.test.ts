// The door's refusals as the contract lists them are those that core and the server's door make, each in its own list.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  actRefusals,
  delegationRefusals,
  logRefusals,
  partRefusals,
  personRefusals,
  sendingRefusals,
  signingRefusals,
} from './door-refusals.ts'

const root = join(import.meta.dirname, '../..')
const refusedIn =
  /(?:\b(?:no|refused|refuse|problem)\(\s*'|\bcode: '|^ {2}'(?=ballot\.))([a-z]+\.[a-z0-9_]+)'(?:,|: ')/gm

/** `core/move` for a folder, `core/decision/open.ts` for one file. */
function refusedBy(...places: readonly string[]): string[] {
  const files = places.flatMap(place =>
    place.endsWith('.ts')
      ? [place]
      : readdirSync(join(root, place), { encoding: 'utf8' })
          .filter(name => name.endsWith('.ts') && !name.includes('.test.') && name !== 'trial.ts')
          .map(name => join(place, name)),
  )
  const codes = files.flatMap(file =>
    [...readFileSync(join(root, file), 'utf8').matchAll(refusedIn)].map(([, code]) => code as string),
  )
  return [...new Set(codes)].sort()
}

test('acts are refused as core refuses them', () => {
  const made = refusedBy('core/act', 'core/group', 'core/kernel', 'core/log', 'core/move', 'core/rule')
  expect([...actRefusals]).toEqual([...new Set([...made, ...refusedBy('core/decision/open.ts')])].sort())
})

test('taking part is refused as core refuses it', () => {
  const others = new Set(refusedBy('core/decision/open.ts'))
  const made = refusedBy('core/decision', 'core/voting/ballot-reader.ts')
  expect([...partRefusals]).toEqual(made.filter(code => !others.has(code)))
})

test('delegations are refused as core refuses them', () => {
  expect([...delegationRefusals]).toEqual(refusedBy('core/delegation'))
})

test('keys and signatures are refused as core refuses them', () => {
  expect([...signingRefusals]).toEqual(refusedBy('core/signing'))
})

test('whoever was erased is refused as core refuses it', () => {
  expect([...personRefusals]).toEqual(refusedBy('core/person'))
})

test('the published log keeps from doing more what it says it keeps from', () => {
  const made = new Set(refusedBy('server/log-tree'))
  expect(logRefusals.filter(code => !made.has(code))).toEqual([])
})

test('what the door itself refuses, the server makes', () => {
  const made = new Set(refusedBy('server/door'))
  expect(sendingRefusals.filter(code => !made.has(code))).toEqual([])
  expect([...made].filter(code => /^(?:door|act)\./.test(code)).sort()).toEqual([...sendingRefusals])
})
