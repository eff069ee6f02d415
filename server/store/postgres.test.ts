// The contract of the store on a Postgres server.
import { startPostgres } from '@equalizer/testkit/postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { openStore } from './open-store.ts'
import { describeStore } from './store-contract.ts'

const postgres = await startPostgres()
afterAll(() => postgres?.stop())

if (postgres) {
  const options = { url: postgres.url, folder: '' }

  test('two servers that start at once make the tables once', async () => {
    const opened = await Promise.all([openStore(options), openStore(options), openStore(options)])
    expect(opened.map(one => one.ok)).toEqual([true, true, true])
    for (const one of opened) if (one.ok) await one.value.close()
  })

  test('where it is says no password', async () => {
    const opened = await openStore(options)
    if (!opened.ok) throw new Error(opened.refusal.reason)
    expect(opened.value.where).toContain('127.0.0.1')
    // Nor a user's name, which would stand before an @ with it.
    expect(opened.value.where).not.toContain('@')
    await opened.value.close()
  })

  describeStore('a Postgres server', () => options)
} else {
  describe.skip('a Postgres server (none can be started here)', () => {
    test('the contract')
  })
}
