// docs/log-entries.md is what the schemas say. Renew it by running this test with -u.
import { expect, test } from 'vitest'
import { capabilities } from './list.ts'
import { logEntriesPage } from './testing/log-entries-page.ts'

test('docs/log-entries.md is what the schemas say', async () => {
  const silent = [...logEntriesPage(capabilities).matchAll(/(?:\| |<br>)(`\w+`\??)(?=<br>| \|$)/gm)]
  expect(silent.map(([, field]) => field)).toEqual([])
  await expect(logEntriesPage(capabilities)).toMatchFileSnapshot('../docs/log-entries.md')
})
