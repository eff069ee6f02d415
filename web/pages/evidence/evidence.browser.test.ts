// The evidence pages in a real browser: every form without an accessibility fault, files by hand and by dragging.
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { builtWeb } from '@equalizer/testkit/built-web'
import type { Browser, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { type AppOptions, openApp } from '../../fixtures/app-page.ts'
import { emptyBoard, fixtureBoard } from '../../fixtures/board.ts'
import { boardAnswers } from '../../fixtures/board-answers.ts'
import { type EvidenceServer, evidenceAnswers } from '../../fixtures/evidence-answers.ts'

builtWeb()
const browser: Browser | null = await launchBrowser()
afterAll(async () => {
  await browser?.close()
})

const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
const forms = [
  [desktop, 'light', 'en'],
  [phone, 'dark', 'de'],
] as const

async function open(path = '', server: EvidenceServer = {}, options: AppOptions = {}) {
  if (!browser) throw new Error('this suite runs only with a browser')
  const opened = await openApp(browser, `/o/northwind/evidence${path}`, evidenceAnswers(server), options)
  // Whatever the page is about, it has come once nothing holds its place any more.
  await opened.page.locator('.evidence-page').waitFor()
  await opened.page.locator('.skeleton').first().waitFor({ state: 'detached' })
  return opened
}

const done = (page: Page) => page.context().close()
const refusal = (code: string) => ({ status: 500, json: { code, reason: 'No.', facts: {}, request: 'r' } })

const states: [string, string, EvidenceServer][] = [
  ['a source in every state', '', {}],
  ['a reader', '', { role: 'reader' }],
  ['nothing yet, and no paths', '', { sources: [], mayReadPaths: false }],
  [
    'sources that cannot be had',
    '',
    { first: ({ name }) => (name.endsWith('/sources') ? refusal('x.y') : null) },
  ],
  ['one source', '/pulls', {}],
  ['one source, for a reader', '/pulls', { role: 'reader' }],
  ['no such source', '/nothing', {}],
]

const choose = (page: Page, ...names: string[]) =>
  page.setInputFiles(
    'input[type=file]',
    names.map(name => ({ name, mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') })),
  )

/** Drags a file over the page and lets it go, as a browser says it. */
const drag = (page: Page, kind: 'dragenter' | 'drop', name: string) =>
  page.evaluate(
    ([kind, name]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['a,b\n1,2\n'], name))
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
    },
    [kind, name] as const,
  )

const tray = (page: Page, name: string) => page.locator('.tray-item', { hasText: name })

describe.skipIf(!browser)('the evidence pages in a browser', () => {
  for (const [viewport, colorScheme, language] of forms) {
    test.each(states)(`${viewport.width} px, ${colorScheme}, in ${language}: %s`, async (_, path, server) => {
      const { page, faults } = await open(path, server, { language, context: { viewport, colorScheme } })
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
      expect(faults).toEqual([])
      await done(page)
    })

    test(`${viewport.width} px, ${colorScheme}, in ${language}: files on their way in`, async () => {
      const { page, faults } = await open('', {}, { language, context: { viewport, colorScheme } })
      await choose(page, 'ledger.csv', 'motions.csv', 'book.xlsx')
      await tray(page, 'motions.csv').locator('.first-rows-figure').first().waitFor()
      await tray(page, 'book.xlsx').locator('.tray-problem').waitFor()
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
      expect(faults).toEqual([])
      await done(page)
    })
  }

  test('a file let go anywhere is sent, understood and counted, with a way back', async () => {
    const { page, asked } = await open()
    await drag(page, 'dragenter', 'ledger.csv')
    await page.getByText('Let go, and the files are read').waitFor()
    await drag(page, 'drop', 'ledger.csv')
    await page.getByText('Understood as: Payments').waitFor()
    expect(await page.locator('.drop-anywhere').count()).toBe(0)
    await tray(page, 'ledger.csv').getByRole('button', { name: 'Let it count' }).click()
    await page.getByText('ledger.csv is being read.').waitFor()
    expect(await tray(page, 'ledger.csv').count()).toBe(0)
    const added = asked.find(({ name }) => name === 'POST /api/organizations/northwind/sources')
    expect(added?.body).toEqual({
      from: { upload: 'ledger.csv' },
      reading: { kind: 'payments' },
      name: 'ledger.csv',
    })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' })
    expect(asked.map(({ name }) => name)).toContain('POST /api/organizations/northwind/changes/9/undo')
    await done(page)
  })

  test('a reader cannot let files in, and is told so', async () => {
    const { page, asked } = await open('', { role: 'reader' })
    await drag(page, 'dragenter', 'ledger.csv')
    await page.getByText('This role may look at evidence').waitFor()
    await drag(page, 'drop', 'ledger.csv')
    expect(await page.getByRole('button', { name: 'Add files' }).count()).toBe(0)
    expect(asked.some(({ name }) => name.startsWith('POST'))).toBe(false)
    await done(page)
  })

  test('a mapping is suggested, changed and looked at again before it counts', async () => {
    const { page, asked } = await open()
    await choose(page, 'motions.csv')
    const item = tray(page, 'motions.csv')
    await item.getByRole('button', { name: 'Let it count' }).waitFor()
    await item.getByRole('button', { name: /^Who\?|Who\?$/ }).click()
    await page.getByRole('option', { name: 'full name' }).click()
    await item.getByLabel('Of what?').fill('SHARE')
    // Only what the server has looked at counts, and it looks a moment after the last change.
    await expect
      .poll(() => asked.filter(({ name }) => name.endsWith('/preview')).at(-1)?.body)
      .toEqual({
        reading: {
          kind: 'table',
          mapping: {
            kind: 'vote.cast',
            actor: { column: 'full name', scheme: 'email' },
            weight: { column: 'shares' },
            asset: 'SHARE',
            time: { column: 'cast at' },
          },
        },
      })
    await item.getByRole('button', { name: 'Let it count' }).click()
    await page.getByText('motions.csv is being read.').waitFor()
    const added = asked.find(({ name }) => name === 'POST /api/organizations/northwind/sources')
    expect(added?.body).toMatchObject({ reading: { mapping: { actor: { column: 'full name' } } } })
    await done(page)
  })

  test('what was put in waits while other pages are looked at', async () => {
    const { page } = await open()
    await choose(page, 'motions.csv')
    await tray(page, 'motions.csv').getByLabel('Of what?').fill('SHARE')
    await page.getByRole('link', { name: 'People' }).click()
    await page.locator('.people-page').waitFor()
    await page.getByRole('link', { name: 'Evidence' }).click()
    expect(await tray(page, 'motions.csv').getByLabel('Of what?').inputValue()).toBe('SHARE')
    await tray(page, 'motions.csv').getByRole('button', { name: 'Throw away' }).click()
    expect(await page.locator('.tray-item').count()).toBe(0)
    await done(page)
  })

  test('nothing is lost when it cannot be counted', async () => {
    const full = { code: 'source.too_many', reason: 'No.', facts: {}, request: 'r' }
    const { page } = await open('', {
      first: ({ name }) =>
        name === 'POST /api/organizations/northwind/sources' ? { status: 409, json: full } : null,
    })
    await choose(page, 'ledger.csv')
    await tray(page, 'ledger.csv').getByLabel('Name', { exact: true }).fill('Ledger of 2026')
    await page.getByRole('button', { name: 'Let it count' }).click()
    await page.getByText('There are as many sources as an organization can have').waitFor()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ledger of 2026')
    await done(page)
  })

  test('a file let go on the board, empty or not, comes along to the tray', async () => {
    if (!browser) throw new Error('this suite runs only with a browser')
    const { organization } = fixtureBoard()
    for (const board of [{ ...emptyBoard(), organization }, fixtureBoard()]) {
      const answers = boardAnswers({ board, first: evidenceAnswers({}) })
      const { page, asked, faults } = await openApp(browser, '/o/northwind', answers)
      await expect
        .poll(
          async () => {
            await drag(page, 'dragenter', 'votes.csv')
            return page.locator('.drop-anywhere').count()
          },
          { timeout: 15_000 },
        )
        .toBe(1)
      await drag(page, 'drop', 'votes.csv')
      await tray(page, 'votes.csv').waitFor()
      expect(new URL(page.url()).pathname).toBe('/o/northwind/evidence')
      expect(asked.filter(({ name }) => name.endsWith('/uploads'))).toHaveLength(1)
      expect(faults).toEqual([])
      await done(page)
    }
  })
})
