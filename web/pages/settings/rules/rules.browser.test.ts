// Groups and gates in a real browser: shown, added, changed, and without an accessibility fault in any dialog.
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { builtWeb } from '@equalizer/testkit/built-web'
import type { Browser, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { type AppOptions, openApp } from '../../../fixtures/app-page.ts'
import { boardAnswers } from '../../../fixtures/board-answers.ts'

builtWeb()
const browser: Browser | null = await launchBrowser()
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })
afterAll(async () => {
  await browser?.close()
})

async function open(options: AppOptions = {}, role: 'steward' | 'reader' = 'steward') {
  if (!browser) throw new Error('this suite runs only with a browser')
  const opened = await openApp(browser, '/o/northwind/settings', boardAnswers({ role }), options)
  await opened.page.locator('.rules-groups').waitFor()
  return opened
}
const done = (page: Page) => page.context().close()
const door = 'POST /api/organizations/northwind/door'

describe.skipIf(!browser)('groups and gates', () => {
  test.each([
    [{ width: 1280, height: 900 }, 'light', 'en'],
    [{ width: 390, height: 844 }, 'dark', 'de'],
  ] as const)('%o, %s, %s', async (viewport, colorScheme, language) => {
    const { page, faults } = await open({ context: { viewport, colorScheme }, language })
    const look = async () => {
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    }
    await look()
    await page.locator('.rules-groups button').nth(2).click()
    await page.getByRole('dialog').waitFor()
    await look()
    await page.keyboard.press('Escape')
    await page.locator('.rules-gates button').first().click()
    await page.getByRole('dialog').waitFor()
    await look()
    expect(faults).toEqual([])
    await done(page)
  })

  test('a group is added by the door, its id made of its name', async () => {
    const { page, asked } = await open()
    await page.getByRole('button', { name: 'Add a group …' }).click()
    const dialog = page.getByRole('dialog')
    const send = dialog.getByRole('button', { name: 'Send' })
    expect(await send.isDisabled()).toBe(true)
    await dialog.getByLabel('Name').fill('Content reviewers')
    await dialog.getByRole('textbox', { name: 'Role' }).fill('reviewer')
    await send.click()
    await eventually(() => asked.find(({ name }) => name === door)?.body).toMatchObject({
      command: {
        act: {
          type: 'rule.set_group',
          unit: 'organization',
          payload: {
            group: {
              id: 'content-reviewers',
              name: 'Content reviewers',
              kind: 'role',
              role: 'reviewer',
              weight: { by: 'person' },
            },
          },
        },
      },
    })
    await dialog.waitFor({ state: 'detached' })
    await done(page)
  })

  test('gates of a unit are set by the door; no position is no gate', async () => {
    const { page, asked } = await open()
    await page.getByRole('button', { name: 'Edit: gates of Finance' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Before Shared').fill('130')
    await dialog.getByText('A whole number from 1 to 100').waitFor()
    await dialog.getByLabel('Before Shared').fill('40')
    await dialog.getByRole('button', { name: 'Send' }).click()
    await eventually(() => asked.find(({ name }) => name === door)?.body).toMatchObject({
      command: {
        act: {
          type: 'rule.set_gates',
          unit: 'finance',
          payload: { unit: 'finance', gates: [{ stage: 2, measure: 'position', atLeast: 40 }] },
        },
      },
    })
    await done(page)
  })

  test('whoever only reads changes nothing', async () => {
    const { page } = await open({}, 'reader')
    expect(await page.locator('#rules button').count()).toBe(0)
    await done(page)
  })
})
