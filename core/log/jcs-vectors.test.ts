// Canonical JSON against the files that come with RFC 8785: each input to the byte of its output.
import { readFileSync } from 'node:fs'
import { describeWithData } from '@equalizer/testkit/shared-data'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'

const names = ['arrays', 'french', 'structures', 'unicode', 'values', 'weird']
const folder = 'standards/jcs-rfc8785/testdata'
const files = names.flatMap(name => [
  `${folder}/input/${name}.json`,
  `${folder}/output/${name}.json`,
  `${folder}/outhex/${name}.txt`,
])

describeWithData('the test files of RFC 8785', files, paths => {
  test.each(names.map((name, i) => [name, i]))('%s', (_, i) => {
    const [input = '', output = '', hex = ''] = paths.slice(3 * i, 3 * i + 3)
    const made = Buffer.from(canonical(JSON.parse(readFileSync(input, 'utf8'))))
    expect(made.toString('utf8')).toBe(readFileSync(output, 'utf8'))
    expect(made.toString('hex')).toBe(readFileSync(hex, 'utf8').replaceAll(/\s/g, ''))
  })
})
