// An organization named after its first file.
import { expect, test } from 'vitest'
import { nameOfFiles } from './name-of-files.ts'

test.each([
  [[], null],
  [['votes.csv'], 'Votes'],
  [['acme_dao-votes.csv.gz', 'b.csv'], 'Acme dao votes'],
  [['.csv'], null],
  [['README'], 'README'],
  [['x'.repeat(100)], `X${'x'.repeat(59)}`],
])('%j', (names, name) => expect(nameOfFiles(names.map(one => ({ name: one })))).toBe(name))
