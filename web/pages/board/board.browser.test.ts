// The board in a real browser: faders by keys and by hand, days, files, and no accessibility fault in any form.
import { readFile } from 'node:fs/promises'
import { sideways, violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { builtWeb } from '@equalizer/testkit/built-web'
import type { Browser, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { deskUnitOfBoard } from '../../desk/desk-unit.ts'
import { matching } from '../../desk/order.ts'
import { type AppOptions, openApp } from '../../fixtures/app-page.ts'
import { boardDay, emptyBoard, fixtureBoard, manyUnitsBoard } from '../../fixtures/board.ts'
import { type BoardServer, boardAnswers } from '../../fixtures/board-answers.ts'
import { typeDay } from '../../fixtures/type-day.ts'

builtWeb()
const browser: Browser | null = await launchBrowser()
/** A machine that is busy takes its time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })

afterAll(async () => {
  await browser?.close()
})

const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
const forms = [
  [desktop, 'light', 'en'],
  [phone, 'dark', 'de'],
] as const

async function open(server: BoardServer = {}, path = '', options: AppOptions = {}) {
  if (!browser) throw new Error('this suite runs only with a browser')
  const id = server.board?.organization.id ?? 'northwind'
  const opened = await openApp(browser, `/o/${id}${path}`, boardAnswers(server), options)
  await opened.page.locator('h1:not(.visually-hidden)').waitFor()
  return opened
}

const fader = (page: Page, name: string) => page.getByRole('slider', { name: `${name}, declared position` })
/** A unit without rules: what the fader was put at is only noted. */
async function noteIt(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Only note/ }).check({ force: true })
  await page.getByRole('button', { name: 'Note it' }).click()
}

const done = (page: Page) => page.context().close()

const states: [string, BoardServer, string][] = [
  ['a usual board', {}, ''],
  ['a reader', { role: 'reader' }, ''],
  ['an earlier day', {}, '?asOf=2026-09-02'],
  ['many units', { board: manyUnitsBoard(60), recordedDays: 3 }, ''],
  ['nothing yet', { board: emptyBoard(), recordedDays: 0 }, ''],
  [
    'a refusal',
    {
      first: ({ name }) =>
        name.endsWith('/board')
          ? { status: 409, json: { code: 'board.before_evidence', reason: 'No.', facts: {}, request: 'r' } }
          : null,
    },
    '?asOf=2020-01-01',
  ],
]

describe.skipIf(!browser)('the board in a browser', () => {
  for (const [viewport, colorScheme, language] of forms) {
    test.each(states)(`${viewport.width} px, ${colorScheme}, in ${language}: %s`, async (_, server, path) => {
      const context = { viewport, colorScheme }
      const { page, faults } = await open(server, path, { context, language })
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
      expect(await violations(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      expect(faults).toEqual([])
      await done(page)
    })
  }

  test.each(forms)('%o, %s, in %s: the dialog of positions', async (viewport, colorScheme, language) => {
    const { page, faults } = await open({}, '', { context: { viewport, colorScheme }, language })
    await page.locator('.strip-target button').first().click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(
      await page.getByRole('dialog').evaluate(dialog => dialog.scrollWidth - dialog.clientWidth),
    ).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
    await done(page)
  })

  test('320 px, which is 400% zoom on a desktop: nothing runs out of the page', async () => {
    const { page } = await open({}, '', { context: { viewport: { width: 320, height: 500 } } })
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await done(page)
  })

  test.each([4, 6, 7, 8, 9, 10])(
    '%i units run sideways at no width, and stand upright where there is room',
    async units => {
      const { page } = await open({ board: manyUnitsBoard(units), recordedDays: 2 })
      for (const width of [1920, 1440, 1366, 1280, 1024, 900, 768, 390]) {
        await page.setViewportSize({ width, height: 900 })
        await eventually(() =>
          page.evaluate(() => {
            const { documentElement } = document
            const edge = document.querySelector('#desk .desk')?.getBoundingClientRect().right ?? 0
            const strips = [...document.querySelectorAll('#desk .strip')]
            return Math.max(
              documentElement.scrollWidth - documentElement.clientWidth,
              ...strips.map(strip => strip.getBoundingClientRect().right - edge),
            )
          }),
        ).toBeLessThanOrEqual(0)
      }
      await page.setViewportSize({ width: 1440, height: 900 })
      await eventually(() => page.locator('#desk .desk.rows').count()).toBe(units > 8 ? 1 : 0)
      await done(page)
    },
  )

  test('a fader goes by keys, is kept by Enter, and taken back by the toast', async () => {
    const { page, asked } = await open()
    const core = fader(page, 'Core team')
    await core.focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowUp')
    expect(await core.getAttribute('aria-valuenow')).toBe('44')
    expect(await core.getAttribute('aria-valuetext')).toBe('44, Consulted')
    await page.keyboard.press('PageUp')
    expect(await core.getAttribute('aria-valuetext')).toBe('50, Shared')
    expect(asked.some(({ name }) => name.startsWith('PATCH'))).toBe(false)
    await page.keyboard.press('Enter')
    await noteIt(page)
    await eventually(() => asked.find(({ name }) => name.startsWith('PATCH'))).toMatchObject({
      name: 'PATCH /api/organizations/northwind/units/core-team',
      body: { declared: 50 },
    })
    await page.getByText('Core team is declared at 50, Shared.').waitFor()
    expect(await core.getAttribute('aria-valuenow')).toBe('50')
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
    await eventually(() => core.getAttribute('aria-valuenow')).toBe('38')
    // The button went away with its message: the focus is where it came from.
    await eventually(() => core.evaluate(cap => cap === document.activeElement)).toBe(true)
    await done(page)
  })

  test('nothing moves: the band of a made-up organization stands before anything else does', async () => {
    const { page } = await open()
    await page.locator('.shell-simulated').waitFor()
    await page.addInitScript(() => {
      const moved: string[] = []
      Object.assign(window, { moved })
      new PerformanceObserver(list => {
        const shifts = list.getEntries() as (PerformanceEntry & { sources: { node?: Element }[] })[]
        moved.push(...shifts.flatMap(({ sources }) => sources.map(({ node }) => node?.className ?? '')))
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.reload()
    await page.getByRole('slider').first().waitFor()
    expect(await page.evaluate('window.moved')).not.toContain('shell-top')
    await done(page)
  })

  test('Escape puts it back and asks nothing; leaving it keeps it', async () => {
    const { page, asked } = await open()
    const finance = fader(page, 'Finance')
    const kept = () => asked.filter(({ name }) => name.startsWith('PATCH')).map(({ body }) => body)
    await finance.focus()
    await page.keyboard.press('End')
    expect(await finance.getAttribute('aria-valuenow')).toBe('100')
    await page.keyboard.press('Escape')
    expect(await finance.getAttribute('aria-valuenow')).toBe('50')
    await page.keyboard.press('Home')
    await page.keyboard.press('Tab')
    await noteIt(page)
    await eventually(kept).toEqual([{ declared: 0 }])
    await done(page)
  })

  test('a hand drags it, and near a stage it stands on the stage', async () => {
    const { page, asked } = await open()
    const cap = await fader(page, 'Technology').boundingBox()
    const track = await page.locator('.strip', { hasText: 'Technology' }).locator('.fader').boundingBox()
    if (!cap || !track) throw new Error('no fader')
    const x = cap.x + cap.width / 2
    await page.mouse.move(x, cap.y + cap.height / 2)
    await page.mouse.down()
    // A hair above Community.
    await page.mouse.move(x, track.y + track.height * 0.235, { steps: 6 })
    await page.mouse.up()
    await noteIt(page)
    await eventually(() => asked.find(({ name }) => name.startsWith('PATCH'))?.body).toEqual({ declared: 75 })
    await done(page)
  })

  test('a hand drags the target mark, its day stays, and the toast takes it back', async () => {
    const { page, asked } = await open()
    const mark = page.getByRole('slider', { name: 'Target of Finance' })
    const strip = page.locator('.strip', { hasText: 'Finance' })
    const [taken, well] = [await mark.boundingBox(), await strip.locator('.well').boundingBox()]
    if (!taken || !well) throw new Error('no mark')
    const before = await mark.getAttribute('aria-valuenow')
    const x = taken.x + taken.width / 2
    await page.mouse.move(x, taken.y + taken.height / 2)
    await page.mouse.down()
    await page.mouse.move(x, well.y + well.height * 0.6, { steps: 4 })
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await mark.getAttribute('aria-valuenow')).toBe(before)
    await page.mouse.move(x, taken.y + taken.height / 2)
    await page.mouse.down()
    // A hair above Community.
    await page.mouse.move(x, well.y + well.height * 0.235, { steps: 6 })
    await page.mouse.up()
    const kept = fixtureBoard().units.find(({ name }) => name === 'Finance')?.target
    await eventually(() => asked.filter(({ name }) => name.startsWith('PATCH')).map(one => one.body)).toEqual(
      [{ target: { position: 75, by: kept?.by } }],
    )
    await page.getByText('Finance aims for 75, Community.').waitFor()
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
    await eventually(() => mark.getAttribute('aria-valuenow')).toBe(before)
    await done(page)
  })

  test('the target mark goes by keys like the fader', async () => {
    const { page, asked } = await open()
    const mark = page.getByRole('slider', { name: 'Target of Finance' })
    await mark.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('PageDown')
    expect(await mark.getAttribute('aria-valuetext')).toMatch(/^75, Community/)
    await page.keyboard.press('Enter')
    await eventually(() => asked.find(({ name }) => name.startsWith('PATCH'))?.body).toMatchObject({
      target: { position: 75 },
    })
    await done(page)
  })

  test('a refused move goes back to where it stood, and says why', async () => {
    const refusal = { code: 'unit.unknown', reason: 'There is no such unit.', facts: {}, request: 'r' }
    const first: BoardServer['first'] = ({ name }) =>
      name.startsWith('PATCH') ? { status: 404, json: refusal } : null
    const { page } = await open({ first })
    const core = fader(page, 'Core team')
    await core.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await noteIt(page)
    await page.locator('.toast').waitFor()
    await eventually(() => core.getAttribute('aria-valuenow')).toBe('38')
    await done(page)
  })

  test('a reader reads faders and moves none', async () => {
    const { page, asked } = await open({ role: 'reader' })
    const core = fader(page, 'Core team')
    await core.focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    expect(await core.getAttribute('aria-readonly')).toBe('true')
    expect(await core.getAttribute('aria-valuetext')).toContain('Only stewards')
    expect(await core.getAttribute('aria-valuenow')).toBe('38')
    expect(asked.some(({ name }) => name.startsWith('PATCH'))).toBe(false)
    await done(page)
  })

  test('both positions can be set by number', async () => {
    const { page, asked } = await open()
    await page.getByRole('button', { name: /^Supply chain: Set a target/ }).click()
    await page.getByLabel('Target position').fill('101')
    await page.getByText('A whole number from 0 to 100.').waitFor()
    await page.getByLabel('Target position').fill('60')
    await typeDay(page, 'By which day', '01032027')
    await page.getByRole('button', { name: 'Keep' }).click()
    await eventually(() => asked.find(({ name }) => name.startsWith('PATCH'))?.body).toEqual({
      target: { position: 60, by: '2027-03-01' },
    })
    await page.getByRole('button', { name: /target 60 by 1 Mar 2027/ }).waitFor()
    await done(page)
  })

  test('days pass by keys; the day stands in the address, and one goes back to today', async () => {
    const { page, asked } = await open()
    const days = page.getByRole('slider', { name: 'Day that is shown' })
    await days.focus()
    expect(await days.getAttribute('aria-valuetext')).toBe('Today')
    await page.keyboard.press('ArrowLeft')
    expect(await days.getAttribute('aria-valuetext')).toBe('20 Nov 2026')
    await page.keyboard.press('PageDown')
    await eventually(() => new URL(page.url()).searchParams.get('asOf')).toBe('2026-10-21')
    await page.getByText('As it was measured on that day.').waitFor()
    expect(asked.some(({ query }) => query.get('asOf') === '2026-10-21')).toBe(true)
    expect(await fader(page, 'Core team').getAttribute('aria-readonly')).toBe('true')
    await page.getByRole('button', { name: 'Back to today' }).click()
    await eventually(() => new URL(page.url()).searchParams.get('asOf')).toBe(null)
    await page.getByText('As measured today.').waitFor()
    await done(page)
  })

  test('a long desk: sorted, filtered, and walked through by arrows without losing the way', async () => {
    const { page } = await open({ board: manyUnitsBoard(1_000), recordedDays: 2 })
    expect(await page.locator('.strip').count()).toBeLessThan(60)
    await page.locator('.strip-name a').first().focus()
    await page.keyboard.press('End')
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Unit 1000')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Unit 2')
    await page.getByRole('button', { name: /Order/ }).click()
    await page.getByRole('option', { name: 'Weakest first' }).click()
    await eventually(() => page.locator('.strip .true strong').first().textContent()).toMatch(/^0/)
    await page.getByLabel('Find a unit').fill('unit 77')
    const found = matching(manyUnitsBoard(1_000).units.map(deskUnitOfBoard), 'unit 77').length
    await page.getByText(`${found} of 1,000 units`).waitFor()
    await page.getByLabel('Find a unit').fill('nothing like it')
    await page.getByRole('button', { name: 'Show all units' }).click()
    await page.getByText('1,000 of 1,000 units').waitFor()
    await done(page)
  })

  test('on paper a long desk is whole', async () => {
    const { page } = await open({ board: manyUnitsBoard(200), recordedDays: 2 })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('#desk .strip').count()).toBe(200)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await eventually(() => page.locator('#desk .strip').count()).toBeLessThan(60)
    await done(page)
  })

  test('every file it gives is one: SVG, PNG, CSV, JSON', async () => {
    const { page, faults } = await open()
    const take = async (item: string) => {
      await page.getByRole('button', { name: 'Export' }).click()
      const coming = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: item }).click()
      const download = await coming
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    }
    const svg = await take('Picture, SVG')
    expect(svg.name).toBe(`northwind-commons-${boardDay}.svg`)
    const root = await page.evaluate(text => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
      return {
        fault: parsed.querySelector('parsererror')?.textContent,
        text: parsed.documentElement.textContent,
      }
    }, svg.bytes.toString())
    expect(root.fault).toBeUndefined()
    expect(root.text).toContain('Content curation')

    const fonts: string[] = []
    page.on('request', request => request.resourceType() === 'fetch' && fonts.push(request.url()))
    const png = await take('Picture, PNG')
    // Tomáš Dvořák is named with letters beyond Latin-1, and nobody is in Greek.
    expect(fonts.filter(url => url.includes('-latin-ext-'))).toHaveLength(2)
    expect(fonts.filter(url => url.includes('-greek-'))).toEqual([])
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
    // Twice as wide as the picture (PNG specification, 11.2.1: IHDR).
    expect(png.bytes.readUInt32BE(16)).toBe(2_560)

    const csv = await take('Table, CSV')
    const lines = csv.bytes.toString().trimEnd().split('\r\n')
    expect(lines[0]).toMatch(/^organization,simulated,as_of,unit,name,declared,/)
    expect(lines).toHaveLength(1 + fixtureBoard().units.length)

    const json = await take('Data, JSON')
    expect(JSON.parse(json.bytes.toString()).units).toHaveLength(fixtureBoard().units.length)
    expect(faults).toEqual([])
    await done(page)
  })
})
