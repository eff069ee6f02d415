// The frame, the first run, settings and the design page, on a real server in a real browser: by hand, by keys, in both
// languages, without an accessibility fault.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './testing.ts'
import { builtApp, openPage, type PageOptions } from './testing-page.ts'

const webRoot = builtApp()
const browser: Browser | null = await launchBrowser()
const folder = mkdtempSync(join(tmpdir(), 'equalizer-pages-'))
const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
const forms = [
  [desktop, 'light', 'en'],
  [phone, 'dark', 'de'],
] as const
let server: TestServer

/** A repository of three people, small enough to be read at once. */
function makeProject(): string {
  const path = join(folder, 'small')
  const git = (...args: string[]) => execFileSync('git', args, { cwd: path, stdio: 'ignore' })
  execFileSync('git', ['init', '-q', path])
  for (const name of ['ada', 'bo', 'cy', 'ada']) {
    writeFileSync(join(path, 'file.txt'), `${name} ${Math.random()}`)
    git('add', '.')
    git('-c', `user.name=${name}`, '-c', `user.email=${name}@example.org`, 'commit', '-qm', `by ${name}`)
  }
  return path
}

beforeAll(async () => {
  server = await startTestServer({ listen: true, webRoot, project: { name: 'Small', path: makeProject() } })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(path: string, options: PageOptions = {}) {
  if (!browser) throw new Error('this suite runs only with a browser')
  return openPage(browser, server, path, options)
}

const done = (page: Page) => page.context().close()

describe.skipIf(!browser)('signing in and the first run', () => {
  test('a stranger is told how to come in; a link brings them in once and leaves the address', async () => {
    const { page, faults } = await open('/organizations', { cookie: null })
    await page.getByRole('heading', { name: 'This desk opens with a one-time link.' }).waitFor()
    expect(await violations(page)).toEqual([])
    const token = await server.auth.newLink()
    await page.getByLabel('Or paste the link here').fill(`${server.origin}/enter#${token}`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    // Back where one wanted to go.
    await page.waitForURL('**/organizations')
    await page.goto(`${server.origin}/enter#${token}`)
    await page.getByRole('heading', { name: 'This link no longer works.' }).waitFor()
    expect(page.url()).toBe(`${server.origin}/enter`)
    expect(await violations(page)).toEqual([])
    expect(faults).toEqual([])
    await done(page)
  })

  test.each(forms)('%o %s %s: the three ways to begin', async (viewport, colorScheme, language) => {
    const { page, faults } = await open('/', { viewport, colorScheme, language })
    await page.waitForURL('**/welcome')
    await page.getByRole('heading', { level: 2 }).nth(2).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe(language)
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
    await done(page)
  })

  test('from this project to its board, watching it being read', async () => {
    const { page, faults } = await open('/welcome')
    await page.getByRole('button', { name: 'Start with this project' }).click()
    await page.waitForURL('**/o/small')
    await page.getByRole('navigation', { name: 'Pages' }).waitFor()
    await expect.poll(() => page.title()).toMatch(/^Board · small · Equalizer$/i)
    expect(faults).toEqual([])
    await done(page)
  })

  test('a path that is nowhere is refused where it was typed', async () => {
    const { page } = await open('/welcome')
    await page.getByLabel('A folder or repository on this machine').fill(join(folder, 'nowhere'))
    await page.getByRole('button', { name: 'Start with this folder' }).click()
    await page.getByRole('alert').waitFor()
    expect(page.url()).toContain('/welcome')
    await done(page)
  })
})

describe.skipIf(!browser)('the frame', () => {
  beforeAll(async () => {
    await server.addOrganization('frame')
  })

  test('the palette finds a page by keys, and Escape gives the focus back', async () => {
    const { page, faults } = await open('/o/frame/evidence')
    await page.getByRole('navigation', { name: 'Pages' }).waitFor()
    const search = page.getByRole('button', { name: 'Search' })
    await search.focus()
    await page.keyboard.press('Control+k')
    const field = page.getByRole('dialog').locator('input')
    await field.waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toContain('Search')
    await page.keyboard.press('Control+k')
    await field.fill('settings')
    await page.getByRole('menuitem', { name: 'Settings' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/o/frame/settings')
    expect(faults).toEqual([])
    await done(page)
  })

  test('a person that was found is looked for on the people page', async () => {
    const { page } = await open('/o/small/settings')
    await page.getByRole('navigation', { name: 'Pages' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').locator('input').fill('ada')
    await page.getByRole('menuitem', { name: /ada/i }).first().click()
    await page.waitForURL('**/o/small/people?q=*')
    await expect.poll(() => page.locator('.people-filter input').first().inputValue()).toMatch(/ada/i)
    await done(page)
  })

  test('keys go to pages, until they are switched off', async () => {
    const { page } = await open('/o/frame/settings')
    await page.getByRole('navigation', { name: 'Pages' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await page.waitForURL('**/o/frame/people')
    await page.keyboard.press('?')
    await page.getByRole('switch', { name: 'Keys without a modifier' }).press('Space')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').locator('input').waitFor()
    expect(await page.getByRole('switch').count()).toBe(0)
    await done(page)
  })

  test('the language changes at once, as a whole, and stays', async () => {
    const { page, faults } = await open('/o/frame/settings')
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
    await page.getByRole('heading', { name: 'Einstellungen von frame' }).waitFor()
    await expect.poll(() => page.title()).toBe('Einstellungen · frame · Equalizer')
    expect(await page.evaluate('document.documentElement.lang')).toBe('de')
    await page.reload()
    await page.getByRole('heading', { name: 'Einstellungen von frame' }).waitFor()
    expect(await page.getByText('Settings').count()).toBe(0)
    expect(faults).toEqual([])
    await done(page)
  })

  test('moving to a page puts the focus at its beginning', async () => {
    const { page } = await open('/o/frame/settings')
    await page.getByRole('link', { name: 'People', exact: true }).click()
    await page.waitForURL('**/people')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('main')
    await page.reload()
    await page.getByRole('navigation', { name: 'Pages' }).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the page')
    await done(page)
  })

  test('without the network what is shown stays, and it goes on by itself', async () => {
    const { page, context } = await open('/o/frame/settings')
    await page.getByRole('heading', { name: 'Settings of frame' }).waitFor()
    await context.setOffline(true)
    await page.getByLabel('Name').fill('Later')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Try now' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Settings of frame' }).count()).toBe(1)
    expect(await page.getByLabel('Name').inputValue()).toBe('Later')
    expect(await violations(page)).toEqual([])
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Try now' }).click()
    await page.getByRole('button', { name: 'Try now' }).waitFor({ state: 'detached' })
    await done(page)
  })

  test('an address that is nowhere and an organization of others both say what to do', async () => {
    const { page } = await open('/nowhere')
    await page.getByRole('link', { name: 'Back to the board' }).waitFor()
    await page.goto(`${server.origin}/o/somebody-elses`)
    await page.getByRole('link', { name: 'Your organizations' }).waitFor()
    expect(await violations(page)).toEqual([])
    // Cut short by a hand, or a day that no calendar has.
    await page.goto(`${server.origin}/o/%E0%A4%A`)
    await page.getByRole('link', { name: /Your organizations|Back to the board/ }).waitFor()
    await page.goto(`${server.origin}/o/frame?asOf=2026-02-31`)
    await page.getByRole('button', { name: /^As of .*Look at another day$/ }).waitFor()
    expect(await page.getByText('3 Mar 2026').count()).toBe(0)
    await done(page)
  })

  test('a page that cannot be drawn leaves the frame and the other pages', async () => {
    const { page, context } = await open('/organizations')
    await context.route('**/frame/charter', route => route.fulfill({ json: { version: 1 } }))
    await page.goto(`${server.origin}/o/frame/settings`)
    await page.getByRole('heading', { name: 'This page could not be drawn.' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: 'Evidence', exact: true }).click()
    await page.getByRole('heading', { name: 'This page could not be drawn.' }).waitFor({ state: 'detached' })
    await page.goBack()
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    await context.unrouteAll()
    await page.getByRole('link', { name: 'Load anew' }).click()
    await page.locator('textarea').waitFor()
    await done(page)
  })

  test('a session that ended leads back to the page after signing in', async () => {
    const { page, context } = await open('/o/frame/settings')
    await page.getByRole('heading', { name: 'Settings of frame' }).waitFor()
    await context.clearCookies()
    await page.getByRole('link', { name: 'Evidence', exact: true }).click()
    await page.getByText('Your sign-in has ended.').waitFor()
    await page.getByLabel('Or paste the link here').fill(await server.auth.newLink())
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/o/frame/evidence')
    await done(page)
  })
})

describe.skipIf(!browser)('settings', () => {
  beforeAll(async () => {
    await server.addOrganization('desk')
  })

  test.each(forms)('%o %s %s: no fault', async (viewport, colorScheme, language) => {
    const { page, faults } = await open('/o/desk/settings', { viewport, colorScheme, language })
    await page.locator('textarea').waitFor()
    await page.locator('.settings-change').first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
    await done(page)
  })

  test('a charter is checked while it is typed, saved, and taken back', async () => {
    const { page } = await open('/o/desk/settings')
    const area = page.locator('textarea')
    await area.waitFor()
    const before = await area.inputValue()
    await area.fill(before.replace('organization:', 'organisation:'))
    await page.locator('.settings-check .settings-line, .settings-check li').first().waitFor()
    expect(await page.getByRole('button', { name: 'Save as a new version' }).isDisabled()).toBe(true)
    await area.fill(`${before}\n# a remark\n`)
    await page.getByText('No problem found.').first().waitFor()
    await area.fill(before.replace(/name: .*/, 'name: Renamed desk'))
    await page.getByText('No problem found.').first().waitFor()
    await page.getByRole('button', { name: 'Save as a new version' }).click()
    await page.getByText('Version 2', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Take back version 2' }).click()
    await page.getByText('taken back by version 3').waitFor()
    await done(page)
  })

  test('what is typed into the charter stays over another language, and goes where one leaves it', async () => {
    const { page } = await open('/o/desk/settings')
    const area = page.locator('textarea')
    await area.waitFor()
    const before = await area.inputValue()
    await area.fill(`${before}\n# typed\n`)
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
    await page.getByRole('heading', { name: /^Einstellungen von/ }).waitFor()
    expect(await area.inputValue()).toContain('# typed')
    await page.getByRole('link', { name: 'Personen', exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Verlassen' }).click()
    await page.waitForURL('**/people')
    await page.goBack()
    await area.waitFor()
    expect(await area.inputValue()).toBe(before)
    await done(page)
  })

  test('what somebody else saved meanwhile is not written over unasked', async () => {
    const { page } = await open('/o/desk/settings')
    const area = page.locator('textarea')
    await area.waitFor()
    const mine = (await area.inputValue()).replace(/name: .*/, 'name: Mine')
    await area.fill(mine)
    const charter = await server.stewardCall('GET /api/organizations/{organization}/charter', {
      organization: 'desk',
    })
    if (!charter.ok) throw new Error(charter.problem.reason)
    const theirs = charter.value.yaml.replace(/name: .*/, 'name: Theirs')
    const saved = await server.stewardCall(
      'PUT /api/organizations/{organization}/charter',
      { organization: 'desk' },
      { body: { yaml: theirs, version: charter.value.version } },
    )
    expect(saved.ok).toBe(true)
    await page.getByText(/Meanwhile somebody saved version/).waitFor()
    expect(await area.inputValue()).toBe(mine)
    expect(await page.getByRole('button', { name: 'Save as a new version' }).isDisabled()).toBe(true)
    await page.getByRole('link', { name: 'People', exact: true }).click()
    await page.getByRole('button', { name: 'Stay' }).click()
    await page.getByRole('button', { name: 'Take theirs' }).click()
    expect(await area.inputValue()).toContain('name: Theirs')
    await done(page)
  })

  test('a key is shown once, and revoked', async () => {
    const { page } = await open('/o/desk/settings')
    await page.getByRole('button', { name: 'Make a key' }).click()
    await page.getByLabel('What it is for').fill('Nightly')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Make the key' }).click()
    const secret = await page.getByRole('textbox', { name: 'Your new key' }).inputValue()
    const called = await server.callWith(secret)('GET /api/organizations/{organization}', {
      organization: 'desk',
    })
    expect(called.ok).toBe(true)
    await page.getByRole('button', { name: 'I have copied it' }).click()
    await page.getByRole('button', { name: 'Revoke: Nightly' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
    await page.getByText('No key yet.').waitFor()
    await done(page)
  })

  test('a reader sees everything and can change nothing', async () => {
    const reader = await server.enterAs('rae', { desk: 'reader' })
    const { page } = await open('/o/desk/settings', { cookie: reader.cookie })
    await page.locator('textarea').waitFor()
    expect(await page.locator('textarea').getAttribute('readonly')).not.toBeNull()
    expect(await page.getByRole('button', { name: 'Save as a new version' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: /Take back/ }).count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await done(page)
  })
})

describe.skipIf(!browser)('organizations and design', () => {
  test('an organization is deleted only once its id is typed', async () => {
    await server.addOrganization('gone')
    const { page, faults } = await open('/organizations')
    await page.getByRole('button', { name: 'More for gone' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    const confirm = page.getByRole('button', { name: 'Delete for good' })
    expect(await confirm.isDisabled()).toBe(true)
    await page.getByLabel('Type gone to confirm').fill('gone')
    expect(await violations(page)).toEqual([])
    await confirm.click()
    await page.getByRole('link', { name: 'gone', exact: true }).waitFor({ state: 'detached' })
    expect(faults).toEqual([])
    await done(page)
  })

  test.each(forms)('%o %s %s: every part without a fault', async (viewport, colorScheme, language) => {
    for (const path of ['/design', '/organizations']) {
      const { page, faults } = await open(path, { viewport, colorScheme, language })
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      const cut = await page.evaluate(
        "[...document.querySelectorAll('.strip-list')].filter(one => one.scrollWidth > one.clientWidth).length",
      )
      expect(cut).toBe(0)
      expect(faults).toEqual([])
      await done(page)
    }
  })
})
