// Decisions in a real browser: the list and each kind of ballot without an accessibility fault, voting by hand and by keys.
import { readFileSync } from 'node:fs'
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { builtWeb } from '@equalizer/testkit/built-web'
import type { Browser, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { type AppOptions, openApp } from '../../fixtures/app-page.ts'
import { type DecisionServer, decisionAnswers } from '../../fixtures/decisions.ts'

builtWeb()
const browser: Browser | null = await launchBrowser()
afterAll(async () => {
  await browser?.close()
})

const forms = [
  [{ width: 1280, height: 900 }, 'light', 'en'],
  [{ width: 390, height: 844 }, 'dark', 'de'],
] as const

async function open(path: string, server: DecisionServer = {}, options: AppOptions = {}) {
  if (!browser) throw new Error('this suite runs only with a browser')
  const opened = await openApp(browser, `/o/northwind/decisions${path}`, decisionAnswers(server), options)
  await opened.page.locator('.decisions-page, .decision-page').waitFor()
  await eventually(() => opened.page.locator('.skeleton').count()).toBe(0)
  return opened
}

/** A machine that is busy takes its time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })
const done = (page: Page) => page.context().close()
const sent = (asked: readonly { name: string; body: unknown }[]) =>
  asked
    .filter(({ name }) => name.endsWith('/door'))
    .map(({ body }) => (body as { command: Record<string, unknown> }).command)

describe.skipIf(!browser)('decisions in a browser', () => {
  for (const [viewport, colorScheme, language] of forms) {
    test.each([
      ['the list', '', {}],
      ['nothing decided yet', '', { empty: true }],
      ['for or against', '/D-17', {}],
      ['approval', '/D-18', {}],
      ['ranking', '/D-19', {}],
      ['scores', '/D-20', {}],
      ['shared points', '/D-21', {}],
      ['one that was vetoed', '/D-9', { role: 'reader' }],
      ['none of this number', '/D-404', {}],
    ] as const)(`${viewport.width} px, ${colorScheme}, in ${language}: %s`, async (_, path, server) => {
      const { page, faults } = await open(path, server, { language, context: { viewport, colorScheme } })
      if (path === '/D-19') await page.locator('.ranking-rest button').first().click()
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
      expect(faults).toEqual([])
      await done(page)
    })
  }

  test('what waits stands first, and the pages’ bar counts it', async () => {
    const { page } = await open('')
    expect(await page.locator('h1').textContent()).toBe('5 decisions wait for you.')
    expect(await page.locator('.section h2').allTextContents()).toEqual(['Waits for you', 'Open', 'Past'])
    await page.getByRole('link', { name: 'Decisions 5 wait for you' }).waitFor()
    await done(page)
  })

  test('a filter stands in the address', async () => {
    const { page, asked } = await open('?state=past&unit=finance')
    expect(await page.locator('.decision-row').count()).toBe(1)
    const lists = asked.filter(({ name, query }) => name.endsWith('/decisions') && query.has('unit'))
    expect(lists.map(({ query }) => `${query.get('state')} ${query.get('unit')}`)).toEqual(['past finance'])
    await done(page)
  })

  test('the bars say exactly what was cast, and where quorum and threshold lie', async () => {
    const { page } = await open('/D-17')
    const rows = await page.locator('.tally-row').allInnerTexts()
    expect(rows.map(row => row.replace(/\s+/g, ' '))).toEqual([
      'For in front 30 · 75%',
      'Against 20 · 50%',
      'Taking part needs 24,691,357,802,469,135,781 52 of 123,456,789,012,345,678,901',
    ])
    expect(await page.locator('.course-step').allInnerTexts()).toHaveLength(5)
    expect(await page.locator('[aria-current=step]').innerText()).toContain('Vote')
    await done(page)
  })

  test('a ballot is chosen and cast by keys alone, with its reason', async () => {
    const { page, asked } = await open('/D-17')
    await page.getByRole('radio', { name: 'For' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Too dear')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Taken down.').waitFor()
    expect(sent(asked)).toEqual([{ kind: 'ballot', decision: 'D-17', choice: 1, reason: 'Too dear' }])
    await done(page)
  })

  test('options are ranked by buttons, moved by keys, and left out', async () => {
    const { page, asked } = await open('/D-19')
    for (const name of ['Ada Lovelace', 'Bo Diddley', 'Grace Hopper']) {
      await page.getByRole('button', { name: `Rank: ${name}` }).click()
    }
    await page.locator('.ranking-item').first().focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'Tab', 'Tab', 'Enter', 'Enter']) {
      await page.keyboard.press(key)
    }
    const ranked = () => page.locator('.ranking-name').allInnerTexts()
    expect(await ranked()).toEqual(['Grace Hopper', 'Ada Lovelace', 'Bo Diddley'])
    await page.getByRole('button', { name: 'Leave out: Ada Lovelace' }).click()
    await page.getByRole('button', { name: 'Cast the ballot' }).click()
    await page.getByText('Taken down.').waitFor()
    expect(sent(asked)).toEqual([{ kind: 'ballot', decision: 'D-19', choice: [2, 1] }])
    await done(page)
  })

  test('options are dragged by the pointer', async () => {
    const { page, asked } = await open('/D-19')
    for (const name of ['Ada Lovelace', 'Bo Diddley']) {
      await page.getByRole('button', { name: `Rank: ${name}` }).click()
    }
    const items = page.locator('.ranking-item')
    await items.nth(1).dragTo(items.nth(0), { targetPosition: { x: 120, y: 2 } })
    await eventually(() => items.nth(0).innerText()).toContain('Bo Diddley')
    await page.getByRole('button', { name: 'Cast the ballot' }).click()
    await page.getByText('Taken down.').waitFor()
    expect(sent(asked)[0]).toMatchObject({ choice: [1, 0] })
    await done(page)
  })

  test('points step up and down, and what is shared out runs out', async () => {
    const { page, asked } = await open('/D-21')
    const field = page.getByRole('textbox', { name: 'Proposal 1' })
    await field.fill('60')
    await page.getByRole('textbox', { name: 'Proposal 2' }).fill('70')
    await page.keyboard.press('Tab')
    await page.getByText('0 points left').waitFor()
    await page.getByRole('button', { name: 'Less for Proposal 2' }).click()
    await page.getByText('1 points left').waitFor()
    await page.getByRole('button', { name: 'Cast the ballot' }).click()
    await page.getByText('Taken down.').waitFor()
    expect(sent(asked)[0]).toMatchObject({ choice: { 0: 60, 1: 39 } })
    await done(page)
  })

  test('a veto needs a reason; a refusal keeps what was typed', async () => {
    const json = { code: 'decision.window_over', reason: 'The time is over.', facts: {}, request: 'r' }
    const { page, asked } = await open('/D-12', { door: { status: 409, json } })
    await page.getByRole('button', { name: 'Veto', exact: true }).click()
    const dialog = page.getByRole('dialog')
    const send = dialog.getByRole('button', { name: 'Veto', exact: true })
    expect(await send.isDisabled()).toBe(true)
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Nobody read the annex.')
    await send.click()
    await dialog.getByText('decision.window_over').waitFor()
    expect(await dialog.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('Nobody read the annex.')
    expect(await violations(page)).toEqual([])
    expect(sent(asked)).toEqual([{ kind: 'veto', decision: 'D-12', reason: 'Nobody read the annex.' }])
    await done(page)
  })

  test('ballots are taken along as a table, the tally as a picture', async () => {
    const { page } = await open('/D-17')
    const take = async (item: string) => {
      await page.getByRole('button', { name: 'Export' }).click()
      const coming = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: item }).click()
      return readFileSync(await (await coming).path(), 'utf8')
    }
    const lines = (await take('Table, CSV')).trimEnd().split('\r\n')
    expect(lines[0]).toBe('decision,vote,person,name,ballot,choice,weight,at,entry')
    expect(lines[1]).toMatch(/^D-17,vote,p-fixture1,Bo Diddley,For,0,10,/)
    expect(lines).toHaveLength(5)
    const drawn = await take('Picture, SVG')
    expect(drawn).toContain('30 · 75%')
    await done(page)
  })
})
