// Days typed and picked in a real browser: in the reader's order and week, within bounds, by keys alone, in both themes.
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { builtWeb } from '@equalizer/testkit/built-web'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { openApp } from '../fixtures/app-page.ts'
import { fixtureBoard } from '../fixtures/board.ts'
import { boardAnswers } from '../fixtures/board-answers.ts'
import { typeDay } from '../fixtures/type-day.ts'

builtWeb()
const browser: Browser | null = await launchBrowser()

afterAll(async () => {
  await browser?.close()
})

const labels = { en: ['Day', 'Day within bounds'], de: ['Tag', 'Tag in Grenzen'] } as const

async function open(language: 'en' | 'de', context: BrowserContextOptions = {}) {
  if (!browser) throw new Error('this suite runs only with a browser')
  const answers = boardAnswers({ board: fixtureBoard() })
  // The browser's own language is another one: the page follows what was chosen.
  const locale = language === 'de' ? 'en-US' : 'de'
  const opened = await openApp(browser, '/design', answers, { language, context: { locale, ...context } })
  await field(opened.page, labels[language][1]).waitFor()
  return opened
}

const field = (page: Page, label: string) => page.getByRole('group', { name: label, exact: true }).first()
const shown = async (page: Page, label: string) =>
  (await field(page, label).innerText()).replace(/[\s\u2066-\u2069]+/g, '')
const heads = (page: Page) => page.locator('.month-weekday').allInnerTexts()

describe.skipIf(!browser)('a day', () => {
  test('is spelled and typed day first in both languages, whatever the browser speaks', async () => {
    const english = await open('en')
    expect(await shown(english.page, 'Day')).toBe('21/11/2026')
    await typeDay(english.page, /^Day$/, '05032026')
    expect(await shown(english.page, 'Day')).toBe('05/03/2026')
    await english.page.context().close()
    const german = await open('de')
    expect(await shown(german.page, 'Tag')).toBe('21.11.2026')
    await typeDay(german.page, /^Tag$/, '05032026')
    expect(await shown(german.page, 'Tag')).toBe('05.03.2026')
    expect([...english.faults, ...german.faults]).toEqual([])
    await german.page.context().close()
  })

  test('outside of its bounds says so and stays to be put right', async () => {
    const { page, faults } = await open('de')
    await typeDay(page, /^Tag in Grenzen$/, '01012025')
    await page.getByText('Nicht vor dem 1. März 2026').waitFor()
    expect(await shown(page, 'Tag in Grenzen')).toBe('01.01.2025')
    const year = field(page, 'Tag in Grenzen').getByRole('spinbutton').last()
    expect(await year.getAttribute('aria-invalid')).toBe('true')
    expect(await violations(page)).toEqual([])
    await typeDay(page, /^Tag in Grenzen$/, '31122026')
    await page.getByText('Nicht nach dem 21. Nov. 2026').waitFor()
    await typeDay(page, /^Tag in Grenzen$/, '02032026')
    await expect.poll(() => page.getByText(/^Nicht (vor|nach)/).count()).toBe(0)
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('is picked from a calendar by keys, whose week begins on Monday, and can be emptied', async () => {
    const { page, faults } = await open('de')
    await field(page, 'Tag').getByRole('button').focus()
    await page.keyboard.press('Enter')
    const calendar = page.getByRole('dialog')
    await calendar.waitFor()
    expect((await heads(page))[0]).toBe('Mo')
    expect(await calendar.locator('.month-name').innerText()).toBe('November 2026')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('PageUp')
    await page.keyboard.press('Enter')
    await expect.poll(() => shown(page, 'Tag')).toBe('14.10.2026')
    await field(page, 'Tag').getByRole('button').click()
    await page.getByRole('button', { name: 'Kein Tag' }).click()
    await expect.poll(() => shown(page, 'Tag')).toBe('tt.mm.jjjj')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('beyond a bound cannot be picked', async () => {
    const { page } = await open('en')
    await field(page, 'Day within bounds').getByRole('button').click()
    const late = page.locator('.month-day:not([data-outside-month])', { hasText: /^22$/ })
    await late.waitFor()
    expect(await late.getAttribute('aria-disabled')).toBe('true')
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Next' }).first().isDisabled()).toBe(
      true,
    )
    await page.context().close()
  })

  test.each([
    ['en', 1280, 'light'],
    ['de', 390, 'dark'],
  ] as const)('in %s, %d px wide and %s, breaks no rule', async (language, width, colorScheme) => {
    const { page, faults } = await open(language, { viewport: { width, height: 900 }, colorScheme })
    await field(page, labels[language][1]).getByRole('button').click()
    await page.locator('.month-grid').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
    await page.context().close()
  })
})
