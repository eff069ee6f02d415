// Members in a real browser: everybody and every dialog without an accessibility fault, adding, roles, delegations.
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

const at = '2026-11-21T14:00:00.000Z'
const executed = {
  json: { outcome: 'executed', entry: 7, at, decision: null, phase: null, due: null, sentence: 'executed' },
}
const opened = {
  json: { ...executed.json, outcome: 'opened', decision: 'D-17', phase: 'vote', due: at },
}

async function open(server: DecisionServer = {}, options: AppOptions = {}) {
  if (!browser) throw new Error('this suite runs only with a browser')
  const found = await openApp(browser, '/o/northwind/members', decisionAnswers(server), options)
  await found.page.locator('.members-page').waitFor()
  await eventually(() => found.page.locator('.skeleton').count()).toBe(0)
  return found
}

/** A machine that is busy takes its time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })
const done = (page: Page) => page.context().close()
const sent = (asked: readonly { name: string; body: unknown }[]) =>
  asked
    .filter(({ name }) => name.endsWith('/door'))
    .map(({ body }) => (body as { command: Record<string, unknown> }).command)

describe.skipIf(!browser)('members in a browser', () => {
  for (const [viewport, colorScheme, language] of forms) {
    test.each([
      ['people and delegations', {}],
      ['a reader', { role: 'reader' }],
      ['nobody yet', { empty: true }],
    ] as const)(`${viewport.width} px, ${colorScheme}, in ${language}: %s`, async (_, server) => {
      const { page, faults } = await open(server, { language, context: { viewport, colorScheme } })
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
      expect(faults).toEqual([])
      await done(page)
    })

    test(`${viewport.width} px, ${colorScheme}, in ${language}: adding and delegating`, async () => {
      const { page, faults } = await open({}, { language, context: { viewport, colorScheme } })
      for (const button of ['.section-actions .button-primary', '.section-actions .button-plain']) {
        await page.locator(button).first().click()
        await page.getByRole('dialog').waitFor()
        expect(await violations(page)).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      expect(faults).toEqual([])
      await done(page)
    })
  }

  test('somebody is added, admitted through the door, and given a link that is shown once', async () => {
    const { page, asked } = await open({ door: executed })
    await page.getByRole('button', { name: 'Add a person' }).click()
    await page.getByLabel('Name', { exact: true }).fill('New')
    await page.keyboard.press('Enter')
    const link = page.getByRole('textbox', { name: 'One-time link' })
    await link.waitFor()
    expect(await link.inputValue()).toBe('http://app.test/enter#a-long-token')
    expect(sent(asked)).toEqual([
      { kind: 'act', act: { type: 'charter.admit', unit: 'organization', payload: { person: 'p-new0' } } },
    ])
    expect(asked.filter(({ name }) => name.endsWith('/link'))).toHaveLength(1)
    await done(page)
  })

  test('what the rules have decided first leads to its decision', async () => {
    const { page, asked } = await open({ door: opened })
    await page.getByRole('button', { name: 'What can be done with Bo Diddley' }).click()
    await page.getByRole('menuitem', { name: 'Give a role' }).click()
    await page.getByRole('combobox', { name: 'Role' }).fill('reviewer')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Give the role' }).click()
    await page.locator('.decision-page h1').waitFor()
    await page.getByText(/^Decision D-17 opened: Vote until/).waitFor()
    expect(sent(asked)[0]).toMatchObject({
      act: { type: 'charter.grant_role', payload: { person: 'p-fixture1', role: 'reviewer' } },
    })
    await done(page)
  })

  test('a delegation is given for one class, and taken back', async () => {
    const { page, asked } = await open({ door: { json: { ...executed.json, outcome: 'noted' } } })
    await page.getByRole('button', { name: 'What can be done with Grace Hopper' }).click()
    await page.getByRole('menuitem', { name: 'Delegate to them' }).click()
    await page.getByText('One class of a unit').click()
    await page.getByRole('button', { name: /Unit$/ }).click()
    await page.getByRole('option', { name: 'Finance' }).click()
    await page.getByRole('button', { name: /Class$/ }).click()
    await page.getByRole('option', { name: 'Payments' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delegate', exact: true }).click()
    await page.getByText('Delegated.').waitFor()
    await page.getByRole('button', { name: 'Take back the delegation to Grace Hopper' }).click()
    await page.getByText('Taken back.').waitFor()
    const scope = { kind: 'class', unit: 'finance', class: 'payments' }
    expect(sent(asked)).toEqual([
      { kind: 'delegate', to: 'p-fixture2', scope },
      { kind: 'revoke', scope },
    ])
    await done(page)
  })

  test('what is known of somebody is erased as an act, once it is meant', async () => {
    const { page, asked, faults } = await open({ door: executed })
    await page.getByRole('button', { name: 'What can be done with Grace Hopper' }).click()
    await page.getByRole('menuitem', { name: 'Erase what is known of them' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Erase what is known of Grace Hopper?' })
    const erase = dialog.getByRole('button', { name: 'Erase', exact: true })
    await dialog.waitFor()
    expect(await violations(page)).toEqual([])
    expect(await erase.isDisabled()).toBe(true)
    await dialog.getByText('I know that this cannot be undone').click()
    await erase.click()
    await dialog.waitFor({ state: 'detached' })
    expect(sent(asked)).toEqual([
      {
        kind: 'act',
        act: { type: 'charter.erase_person', unit: 'organization', payload: { person: 'p-fixture2' } },
      },
    ])
    expect(faults).toEqual([])
    await done(page)
  })

  test('whoever erases themselves is asked, and leaves the page with it', async () => {
    const { page, asked } = await open({ door: { json: { ...executed.json, outcome: 'noted' } } })
    const own = page.locator('.member-row', { hasText: 'you' }).getByRole('button')
    await own.click()
    await page.getByRole('menuitem', { name: 'Erase my data' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Erase your data here?' })
    await dialog.getByText('I know that this cannot be undone').click()
    await dialog.getByRole('button', { name: 'Erase', exact: true }).click()
    await eventually(() => new URL(page.url()).pathname.includes('/members')).toBe(false)
    expect(sent(asked)).toEqual([{ kind: 'erase' }])
    await done(page)
  })

  test('an answer that was lost is asked for again with the same key, a new command with another', async () => {
    let answers = 0
    const { page, asked } = await open()
    await page.route('**/door', route => {
      answers += 1
      return answers === 1 ? route.abort() : route.fallback()
    })
    const revoke = page.getByRole('button', { name: 'Take back the delegation to Grace Hopper' })
    const keys: unknown[] = []
    page.on('request', request => {
      if (request.url().endsWith('/door')) keys.push((request.postDataJSON() as { key: string }).key)
    })
    await revoke.click()
    await eventually(() => keys.length).toBe(1)
    await eventually(() => page.locator('.toast').count()).toBe(1)
    await revoke.click()
    await page.getByText('Taken back.').waitFor()
    await revoke.click()
    await eventually(() => keys.length).toBe(3)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
    expect(sent(asked)).toHaveLength(2)
    await done(page)
  })
})
