// Moving a unit in a real browser: what a fader asks, what it comes to, gates, details, and no accessibility fault.
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { builtWeb } from '@equalizer/testkit/built-web'
import type { Browser, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { type AppOptions, openApp } from '../../../fixtures/app-page.ts'
import { governedBoard } from '../../../fixtures/board.ts'
import { type BoardServer, boardAnswers } from '../../../fixtures/board-answers.ts'
import { presetOf } from '../../../fixtures/rules.ts'

builtWeb()
const browser: Browser | null = await launchBrowser()
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })
afterAll(async () => {
  await browser?.close()
})

const forms = [
  [{ width: 1280, height: 900 }, 'light', 'en'],
  [{ width: 390, height: 844 }, 'dark', 'de'],
] as const

const classes = [
  {
    id: 'small',
    name: 'Small payments',
    filter: { acts: ['treasury.pay'], where: [] },
    consequence: 40,
    rule: presetOf(1),
  },
  {
    id: 'rest',
    name: 'Everything else',
    filter: { acts: ['*'], where: [] },
    consequence: 100,
    rule: presetOf(0),
  },
]
const governed: BoardServer = { board: governedBoard(), rules: { governed: { finance: classes } } }

async function open(server: BoardServer, options: AppOptions = {}) {
  if (!browser) throw new Error('this suite runs only with a browser')
  const opened = await openApp(browser, '/o/northwind', boardAnswers(server), options)
  await opened.page.locator('h1:not(.visually-hidden)').waitFor()
  return opened
}

const fader = (page: Page) => page.getByRole('slider', { name: /^Finance/ })
const done = (page: Page) => page.context().close()
const select = async (page: Page, name: RegExp, option: RegExp) => {
  await page.getByRole('button', { name }).click()
  await page.getByRole('option', { name: option }).click()
}

describe.skipIf(!browser)('moving a unit', () => {
  test.each(forms)('%o, %s, %s: every step of it', async (viewport, colorScheme, language) => {
    const { page, faults } = await open(governed, { context: { viewport, colorScheme }, language })
    const look = async () => {
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    }
    await look()
    await fader(page).focus()
    await page.keyboard.press('PageUp')
    await page.keyboard.press('Enter')
    await page.locator('.move-figures').waitFor()
    await look()
    await page.locator('.move-class button').last().click()
    await page.locator('.move-rule-editor').waitFor()
    await look()
    expect(faults).toEqual([])
    await done(page)
  })

  test('a fader stands where rules put it, with the claim beside; moving it asks for the least harmful first', async () => {
    const { page, asked } = await open(governed)
    expect(await fader(page).getAttribute('aria-valuenow')).toBe('7')
    await page.getByText('The charter claims 50.').waitFor()
    expect(await page.locator('.claim').count()).toBe(1)
    await fader(page).focus()
    await page.keyboard.press('PageUp')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('A move forward').waitFor()
    // Nearest to 25: both at Consulted.
    expect(await dialog.getByRole('button', { name: /Stage of Everything else/ }).textContent()).toContain(
      'Consulted',
    )
    expect(await dialog.locator('.move-to strong').textContent()).toBe('25')
    await dialog.getByRole('button', { name: 'Move', exact: true }).click()
    await dialog.getByText('Done.').waitFor()
    const sent = asked.find(({ name }) => name === 'POST /api/organizations/northwind/door')?.body as {
      key: string
      command: {
        act: { type: string; unit: string; payload: { version: number; classes: { id: string }[] } }
      }
    }
    expect(sent.key).toMatch(/^[A-Za-z0-9_-]{8,64}$/)
    expect(sent.command.act).toMatchObject({
      type: 'rule.move',
      unit: 'finance',
      payload: { unit: 'finance', version: 1 },
    })
    expect(sent.command.act.payload.classes.map(({ id }) => id)).toEqual(['small', 'rest'])
    expect(asked.some(({ name }) => name.startsWith('PATCH'))).toBe(false)
    await done(page)
  })

  test('back is for those to decide who would lose by it, and is said before it is sent', async () => {
    const { page } = await open(governed)
    await fader(page).focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('A move back').waitFor()
    await dialog.getByText('Community votes for 5 days').waitFor()
    await dialog.getByRole('button', { name: 'Propose the move' }).waitFor()
    await done(page)
  })

  test('a gate that does not hold asks for a reason, and holds the move until there is one', async () => {
    const { page } = await open({ ...governed, rules: { governed: { finance: classes }, gate: 60 } })
    await fader(page).focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await select(page, /Stage of Small payments/, /^Shared/)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Shared asks for a measured 60: measured 31.').waitFor()
    const move = dialog.getByRole('button', { name: 'Move', exact: true })
    expect(await move.isDisabled()).toBe(true)
    await dialog.getByLabel('Move all the same, because').fill('Counted by hand.')
    await eventually(() => move.isDisabled()).toBe(false)
    await done(page)
  })

  test('details change the rule, and the stage follows from it; what is wrong is said at its field', async () => {
    const { page, asked } = await open(governed)
    await fader(page).focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await select(page, /Stage of Small payments/, /^Shared/)
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Details: Small payments' }).click()
    await dialog.getByLabel('Days to veto').fill('many')
    await dialog.getByText('Days from 0 to 365').waitFor()
    await dialog.getByLabel('Days to veto').fill('0.5')
    await dialog.getByText('Team may veto within 12 hours').waitFor()
    const previewed = () => {
      const body = asked.findLast(({ name }) => name.endsWith('/rules/preview'))?.body
      return (body as { classes: { rule: { veto: object } }[] } | undefined)?.classes[0]?.rule.veto
    }
    await eventually(previewed).toMatchObject({ windowMs: 43_200_000 })
    await dialog.getByText('Somebody may veto').click()
    await eventually(() =>
      dialog.getByRole('button', { name: /Stage of Small payments/ }).textContent(),
    ).toContain('Community')
    await done(page)
  })

  test('a unit without rules is offered its first ones, all at Team', async () => {
    const { page } = await open({})
    await fader(page).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Go on' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('These are the unit’s first rules').waitFor()
    expect(await dialog.locator('.move-class h3').allTextContents()).toEqual([
      'Routine',
      'Ordinary',
      'Everything else',
    ])
    await eventually(() => dialog.locator('.move-to strong').textContent()).toBe('0')
    await done(page)
  })
})
