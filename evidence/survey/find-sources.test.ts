// What is found in a folder without a charter: each kind once, votes with their proposals, nothing outside.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findSources } from './find-sources.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'equalizer-find-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const votes = 'voter,vp,choice,proposal_id\n0x070341aA5Ed571f0FB2c4a5641409B1A46b4961b,1,1,0xaa\n'
const proposals =
  'id,title,start,end,state,votes,scores_total\n0xaa,One,2026/5/16 17:30,2026/5/21 17:30,closed,1,1\n'
const holders = 'address,amount\n0x070341aA5Ed571f0FB2c4a5641409B1A46b4961b,5\n'

test('votes and proposals that lie together are one source, whose proposals date the votes', async () => {
  writeFileSync(join(folder, 'votes.csv'), votes)
  writeFileSync(join(folder, 'proposals.csv'), proposals)
  writeFileSync(join(folder, 'holders.csv'), holders)
  const { sources, reasons } = await findSources(folder)
  expect(sources.map(({ id, kind, path }) => ({ id, kind, path }))).toEqual([
    { id: 'holders', kind: 'holders', path: 'holders.csv' },
    { id: 'snapshot', kind: 'snapshot', path: '.' },
  ])
  expect(reasons.get('snapshot')).toContain('date the votes')
})

test('votes alone stay the file they are', async () => {
  writeFileSync(join(folder, 'votes.csv'), votes)
  expect((await findSources(folder)).sources).toMatchObject([{ kind: 'snapshot', path: 'votes.csv' }])
})

test('links are not followed, and what is not recognised is named', async () => {
  mkdirSync(join(folder, 'inside'))
  writeFileSync(join(folder, 'inside', 'holders.csv'), holders)
  writeFileSync(join(folder, 'readme.txt'), 'nothing to measure\n')
  symlinkSync('/etc', join(folder, 'link'))
  const { sources, notes } = await findSources(folder)
  expect(sources.map(source => source.path)).toEqual(['inside/holders.csv'])
  expect(notes).toEqual([
    'Not recognised as evidence and left aside: "readme.txt".',
    '1 links were not followed.',
  ])
})
