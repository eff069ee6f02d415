// What each package offers, name by name: a change of a door is seen in review. Renew with `npm test -- doors -u`.
import { expect, test } from 'vitest'
import { isDoor, ownFiles, parseSource } from './architecture/sources.ts'

test('the export list of each package', async () => {
  const lists = ownFiles()
    .filter(isDoor)
    .map(file => {
      const names = parseSource(file).exports.map(({ name, type }) => (type ? `  type ${name}` : `  ${name}`))
      return [file.replace('/index.ts', ''), ...names.sort()].join('\n')
    })
  await expect(`${lists.join('\n\n')}\n`).toMatchFileSnapshot('./doors.txt')
})
