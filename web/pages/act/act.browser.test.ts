// Doing something in a real browser: found by typing, filled in, foreseen, sent with a key, and nothing typed is lost.
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { builtWeb } from '@equalizer/testkit/built-web'
import type { Browser, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { type AppOptions, openApp } from '../../fixtures/app-page.ts'
import { type BoardServer, boardAnswers } from '../../fixtures/board-answers.ts'

builtWeb()
const browser: Browser | null = await launchBrowser()
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })
afterAll(async () => {
  await browser?.close()
})

async function open(path = '', server: BoardServer = {}, options: AppOptions = {}) {
  if (!browser) throw new Error('this suite runs only with a browser')
  const opened = await openApp(browser, `/o/northwind/act${path}`, boardAnswers(server), options)
  await opened.page.locator('h1').waitFor()
  return opened
}
const done = (page: Page) => page.context().close()
const door = 'POST /api/organizations/northwind/door'
const pay = '?type=treasury.pay&unit=finance'

async function fillIn(page: Page, amount: string): Promise<void> {
  const account = page.getByRole('combobox', { name: 'Account' })
  await account.click()
  // What can be chosen has arrived: it opens nothing over the next field any more.
  await page.getByRole('option').first().waitFor()
  await account.fill('main')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: /Which/ }).click()
  await page.getByRole('option', { name: 'A vendor' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Hetzner')
  await page.getByLabel('Amount').fill(amount)
  const currency = page.getByRole('combobox', { name: 'Currency' })
  await currency.click()
  await page.getByRole('option').first().waitFor()
  await currency.fill('EUR')
  await page.keyboard.press('Tab')
  await page.getByLabel('Purpose').fill('Servers for June')
}

describe.skipIf(!browser)('doing something', () => {
  for (const [viewport, colorScheme, language] of [
    [{ width: 1280, height: 900 }, 'light', 'en'],
    [{ width: 390, height: 844 }, 'dark', 'de'],
  ] as const) {
    test.each([
      ['the list', ''],
      ['a payment', pay],
      ['balances of many', '?type=charter.record_standings'],
      ['an election', '?type=charter.elect'],
    ])(`${viewport.width} px, ${colorScheme}, in ${language}: %s`, async (_, path) => {
      const { page, faults } = await open(path, {}, { context: { viewport, colorScheme }, language })
      await page
        .locator(path === '' ? '.act-choices' : '.act-form')
        .first()
        .waitFor()
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      expect(faults).toEqual([])
      await done(page)
    })
  }

  test('found by typing, chosen by a link that can be kept', async () => {
    const { page } = await open()
    await page.getByLabel('Find what to do').fill('pay out')
    expect(await page.locator('.act-choices a').allTextContents()).toEqual(['Pay somebody outside'])
    await page.getByRole('link', { name: 'Pay somebody outside' }).click()
    await page.getByRole('heading', { level: 1, name: 'Pay somebody outside' }).waitFor()
    expect(new URL(page.url()).searchParams.get('type')).toBe('treasury.pay')
    await done(page)
  })

  test('says how it will be decided while it is filled in, and sends it once', async () => {
    const { page, asked } = await open(pay)
    await fillIn(page, '40000')
    await page.getByText('Executed at once.').waitFor()
    await page.getByLabel('Amount').fill('4000000')
    await page.getByText('Community votes for 5 days; Team may veto within 2 days.').waitFor()
    await page.getByRole('button', { name: 'Propose' }).click()
    await page.getByRole('link', { name: 'Look at decision D-3' }).waitFor()
    const sent = asked.filter(({ name }) => name === door).map(({ body }) => body) as {
      key: string
      command: object
    }[]
    expect(sent).toHaveLength(1)
    expect(sent[0]?.key).toMatch(/^[A-Za-z0-9_-]{8,64}$/)
    expect(sent[0]?.command).toEqual({
      kind: 'act',
      act: {
        type: 'treasury.pay',
        unit: 'finance',
        payload: {
          account: 'main',
          to: { kind: 'vendor', name: 'Hetzner' },
          amount: '4000000',
          currency: 'EUR',
          purpose: 'Servers for June',
        },
      },
    })
    await done(page)
  })

  test('goes on being typed in while what can be chosen is on its way', async () => {
    const { page } = await open()
    const late = Promise.withResolvers<void>()
    await page.route('**/views/treasury.accounts*', async route => {
      await late.promise
      await route.fallback()
    })
    await page.goto(new URL(`/o/northwind/act${pay}`, page.url()).href)
    const account = page.getByRole('combobox', { name: 'Account' })
    await account.click()
    await page.keyboard.type('ma')
    late.resolve()
    await page.getByRole('option').first().waitFor()
    await page.keyboard.type('in')
    expect(await account.inputValue()).toBe('main')
    await page.getByRole('option', { name: 'main' }).waitFor()
    await done(page)
  })

  test('what is missing is said at its field, the first takes the focus, and nothing is sent', async () => {
    const { page, asked } = await open(pay)
    await page.getByLabel('Amount').fill('12.50')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('A whole number is asked for').waitFor()
    expect(await page.getByText('This is needed.').count()).toBeGreaterThan(2)
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe(
      'true',
    )
    expect(await page.getByLabel('Amount').inputValue()).toBe('12.50')
    expect(asked.some(({ name }) => name === door)).toBe(false)
    await done(page)
  })

  test('a refusal keeps everything typed, to be sent again', async () => {
    let tries = 0
    const first: BoardServer['first'] = ({ name }) => {
      if (name !== door) return null
      tries += 1
      const refusal = {
        code: 'treasury.balance_exceeded',
        reason: 'The account does not hold that much.',
        facts: {},
        request: 'r',
      }
      return tries === 1 ? { status: 422, json: refusal } : null
    }
    const { page, asked } = await open(pay, { first })
    await fillIn(page, '40000')
    await page.getByText('In money: 400.00 EUR').waitFor()
    await page.getByText('Executed at once.').waitFor()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('The account does not hold that much.').waitFor()
    expect(await page.getByLabel('Purpose').inputValue()).toBe('Servers for June')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'Done.' }).waitFor()
    expect(asked.filter(({ name }) => name === door)).toHaveLength(2)
    await done(page)
  })

  test('where it is voted on, alternatives can be added', async () => {
    const { page, asked } = await open(pay)
    await fillIn(page, '4000000')
    await page.getByRole('button', { name: 'Add an alternative' }).click()
    const other = page.getByRole('group', { name: 'Alternative 2' })
    await other.getByLabel('Amount').fill('3000000')
    await page.getByRole('button', { name: 'Propose' }).click()
    await page.getByRole('link', { name: 'Look at decision D-3' }).waitFor()
    const sent = asked.find(({ name }) => name === door)?.body as { command: { act: object } } | undefined
    expect(sent?.command.act).toMatchObject({
      payload: { amount: '4000000' },
      alternatives: [{ amount: '3000000' }],
    })
    await done(page)
  })

  test('whoever only reads sees the form and sends nothing', async () => {
    const { page } = await open(pay, { role: 'reader' })
    expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true)
    await page.getByText('Only members can send this.').waitFor()
    await done(page)
  })
})
