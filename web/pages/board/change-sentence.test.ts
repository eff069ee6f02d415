// Changes in words: with every fact, and with none, as an older server or a later one may give them.
import type { Job } from '@equalizer/client'
import { contract } from '@equalizer/client/contract'
import { expect, test } from 'vitest'
import { changeSentence, jobSentence } from './change-sentence.ts'

const names = {
  unit: (id: string) => (id === 'finance' ? 'Finance' : undefined),
  source: (id: string) => (id === 'pay' ? 'payments.csv' : undefined),
}

test.each([
  [
    'unit.declared',
    { unit: 'finance', from: 25, to: 50 },
    'Finance is declared at 50 (Shared), before at 25 (Consulted).',
  ],
  ['unit.declared', { unit: 'finance', from: null, to: 10 }, 'Finance is declared at 10 (Team).'],
  ['unit.declared', { unit: 'finance', from: 10, to: null }, 'Finance declares nothing any more.'],
  [
    'unit.declared',
    { unit: 'finance', from: 0, to: 25, toTarget: 75, by: '2027-01-20' },
    'Finance is declared at 25 (Consulted), before at 0 (Team). Finance aims for 75 (Community) by 20 Jan 2027.',
  ],
  ['unit.target', { unit: 'finance', to: 60, by: null }, 'Finance aims for 60 (Shared).'],
  ['unit.target', { unit: 'finance', to: null }, 'Finance has no target any more.'],
  ['people.merged', { names: ['Ada', 'ada@example.org'] }, 'One person: Ada, ada@example.org.'],
  ['people.bot', { names: ['renovate'], bot: true }, 'renovate counts as a bot.'],
  [
    'undone',
    { change: 'unit.target', unit: 'finance', to: 60, by: null, again: false },
    'Taken back: Finance aims for 60 (Shared).',
  ],
  [
    'undone',
    { change: 'unit.target', unit: 'finance', to: 60, by: null, again: true },
    'Done again: Finance aims for 60 (Shared).',
  ],
  ['undone', { change: 'undone' }, 'A change was taken back.'],
  ['organization.renamed', { from: 'Northwind', to: 'Southwind' }, 'Northwind is called Southwind.'],
  [
    'undone',
    { change: 'organization.renamed', from: 'Northwind', to: 'Southwind', again: false },
    'Taken back: Northwind is called Southwind.',
  ],
  ['source.removed', { source: 'pay' }, 'Evidence was taken back: payments.csv.'],
  ['source.added', { source: 'gone', name: 'votes.json' }, 'Evidence was added: votes.json.'],
] as const)('%s %j', (kind, facts, said) => {
  const plain: Record<string, string | number | boolean | null | string[]> = JSON.parse(JSON.stringify(facts))
  expect(changeSentence({ kind, facts: plain }, names)).toBe(said)
})

const { kind: kinds } = contract['PUT /api/organizations/{organization}/charter'].answer.shape

test.each(kinds.options)('%s says something without any facts', kind => {
  const said = changeSentence({ kind, facts: {} }, names)
  expect(said).toMatch(/\.$/)
  expect(said).not.toMatch(/undefined|null|NaN/)
})

test('a reading that found nothing new is no news; others are told of', () => {
  const job: Job = {
    id: 'a',
    kind: 'import',
    source: 'pay',
    state: 'done',
    phase: 'finished',
    done: 0,
    total: null,
    observations: 1_204,
    problem: null,
    created: '2026-06-01T00:00:00.000Z',
    started: null,
    finished: null,
  }
  expect(jobSentence(job, names)).toBe('payments.csv was read: 1,204 observations.')
  expect(jobSentence({ ...job, problem: { code: 'source.unchanged', reason: '' } }, names)).toBeNull()
})
