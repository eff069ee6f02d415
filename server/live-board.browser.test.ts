// The board stays true while it is looked at: a measuring that ends is said and seen, and a connection that breaks comes
// back by itself, with what was missed.
import { connect, createServer, type Server, type Socket } from 'node:net'
import { violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './testing.ts'
import { builtApp, openPage } from './testing-page.ts'

const webRoot = builtApp()
const browser: Browser | null = await launchBrowser()
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ listen: true, webRoot })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** What lies between a reader and the server, to be cut in the middle. */
interface Wire {
  readonly origin: string
  /** Breaks what is open; `down`: and lets nothing new through until `mend`. */
  readonly cut: (down: boolean) => void
  readonly mend: () => void
  readonly close: () => void
}

async function layWire(): Promise<Wire> {
  const sockets = new Set<Socket>()
  let isDown = false
  const wire: Server = createServer(near => {
    if (isDown) {
      near.destroy()
      return
    }
    const far = connect(Number(new URL(server.origin).port), '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>(resolve => wire.listen(0, '127.0.0.1', resolve))
  const address = wire.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    origin: `http://127.0.0.1:${address.port}`,
    cut(down) {
      isDown = down
      breakAll()
    },
    mend() {
      isDown = false
    },
    close() {
      wire.close()
      breakAll()
    },
  }
}

const payments = (payers: number) =>
  new TextEncoder().encode(
    `date,payer,payee,amount,currency\n${Array.from(
      { length: 40 },
      (_, row) =>
        `2026-10-${String(1 + (row % 28)).padStart(2, '0')},payer-${row % payers},shop-${row},${payers * payers}0.00,EUR`,
    ).join('\n')}\n`,
  )

async function read(organization: string, name: string, payers: number): Promise<void> {
  const upload = await server.stewardCall(
    'POST /api/organizations/{organization}/uploads',
    { organization, name },
    { body: payments(payers) },
  )
  if (!upload.ok) throw new Error(upload.problem.reason)
  const added = await server.stewardCall(
    'POST /api/organizations/{organization}/sources',
    { organization },
    { body: { from: { upload: upload.value.upload }, reading: { kind: 'payments' } } },
  )
  if (!added.ok) throw new Error(added.problem.reason)
}

describe.skipIf(!browser)('a board that is looked at', () => {
  test('says what a measuring changed, and shows it, without a hand', async () => {
    if (!browser) return
    await server.addOrganization('live')
    await read('live', 'first.csv', 1)
    const { page, faults } = await openPage(browser, server, '/o/live')
    const measured = () => page.locator('.strip .true strong').allInnerTexts()
    await expect.poll(measured, { timeout: 20_000 }).toContain('0')
    const before = await measured()
    await read('live', 'second.csv', 13)
    await page
      .locator('.board [role="status"]', { hasText: /^The board was measured anew\..*: 0, now / })
      .waitFor()
    expect(await measured()).not.toEqual(before)
    expect(await violations(page)).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a connection that breaks while nothing is done is told, and comes back with what was missed', async () => {
    if (!browser) return
    await server.addOrganization('wired')
    await read('wired', 'first.csv', 1)
    const wire = await layWire()
    const { page } = await openPage(browser, { ...server, origin: wire.origin }, '/o/wired')
    const asking = new Set<unknown>()
    page.on('request', request => !request.url().endsWith('/events') && asking.add(request))
    page.on('requestfinished', request => asking.delete(request))
    page.on('requestfailed', request => asking.delete(request))
    const measured = () => page.locator('.strip .true strong').allInnerTexts()
    await expect.poll(measured, { timeout: 20_000 }).toContain('0')
    const before = await measured()
    // Nothing is asked for any more, so that only the events can tell.
    await page.getByRole('button', { name: 'Export' }).waitFor()
    await expect.poll(() => asking.size).toBe(0)
    wire.cut(true)
    const bar = page.locator('.shell-offline')
    await bar.waitFor()
    expect(await violations(page)).toEqual([])
    await read('wired', 'second.csv', 13)
    wire.mend()
    await bar.waitFor({ state: 'detached' })
    await expect.poll(measured, { timeout: 20_000 }).not.toEqual(before)
    await page.context().close()
    wire.close()
  })
})
