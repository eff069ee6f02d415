// The evidence and people pages on a real server in a real browser: files dragged in, mapped, counted and taken back, a
// repository connected, people merged, split and called bots, each with its way back.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './testing.ts'
import { builtApp, openPage } from './testing-page.ts'

const webRoot = builtApp()
const browser: Browser | null = await launchBrowser()
const folder = mkdtempSync(join(tmpdir(), 'equalizer-evidence-'))
let server: TestServer

const ledger =
  'date,payer,payee,amount,currency\n2026-03-01,Treasury,Ada Lovelace,250.00,EUR\n' +
  '2026-03-02,Treasury,Bo Diddley,4000,EUR\n2026-13-02,Treasury,Bo Diddley,1,EUR\n'
const motions =
  'member,shares,cast at,motion,choice\nada@example.org,12.5,2026-03-01 18:30,budget,yes\n' +
  'bo@example.org,3,2026-03-01 18:31,budget,no\n'

/** Ada commits under two addresses, and a machine commits too. */
function makeRepository(): string {
  const path = join(folder, 'website')
  const git = (...args: string[]) => execFileSync('git', args, { cwd: path, stdio: 'ignore' })
  execFileSync('git', ['init', '-q', path])
  const authors = [
    ['Ada', 'ada.lovelace@one.example'],
    ['Ada L', 'ada.lovelace@two.example'],
    ['Bo Diddley', 'bo@example.org'],
    ['release-bot', 'release@example.org'],
  ]
  authors.forEach(([name, email], i) => {
    writeFileSync(join(path, 'file.txt'), String(i))
    git('add', '.')
    git('-c', `user.name=${name}`, '-c', `user.email=${email}`, 'commit', '-qm', `change ${i}`)
  })
  return path
}

beforeAll(async () => {
  server = await startTestServer({ listen: true, webRoot })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(path: string) {
  if (!browser) throw new Error('this suite runs only with a browser')
  return openPage(browser, server, path)
}

const done = (page: Page) => page.context().close()
const tray = (page: Page, name: string) => page.locator('.tray-item', { hasText: name })
const source = (page: Page, name: string) => page.locator('.source-row', { hasText: name })

const choose = (page: Page, files: Readonly<Record<string, string>>) =>
  page.setInputFiles(
    'input[type=file]',
    Object.entries(files).map(([name, text]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(text),
    })),
  )

/** Lets a file go over the page, as a browser says it. */
const drop = (page: Page, name: string, text: string) =>
  page.evaluate(`{
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }`)

/** As somebody finds the page who comes to it: React Aria speaks of a button that has gone for some seconds more. */
async function foundAnew(page: Page): Promise<string[]> {
  await page.reload()
  await page.locator('h1').waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
  return violations(page)
}

describe.skipIf(!browser)('evidence on a real server', () => {
  test('a file is dragged in, understood, counted, looked into and taken back', async () => {
    await server.addOrganization('dragged')
    const { page, faults } = await open('/o/dragged/evidence')
    await page.getByRole('heading', { name: 'No evidence is read yet.' }).waitFor()
    await drop(page, 'ledger.csv', ledger)
    await page.getByText('Understood as: Payments').waitFor()
    await tray(page, 'ledger.csv').getByText('One of the first rows is refused').waitFor()
    await tray(page, 'ledger.csv').getByRole('button', { name: 'Let it count' }).click()
    await source(page, 'ledger.csv').getByText('3 rows read, 2 used').waitFor()
    await source(page, 'ledger.csv').getByRole('link', { name: 'ledger.csv' }).click()
    await page.getByRole('heading', { name: 'One of 3 rows was refused.' }).waitFor()
    const refused = page.getByRole('region', { name: 'Refused rows of ledger.csv' })
    expect(await refused.locator('tbody tr').first().innerText()).toMatch(/^4\tdate\t/)
    await page.getByRole('grid').getByText('Ada Lovelace').first().waitFor()
    expect(await foundAnew(page)).toEqual([])
    const takeBack = page.getByRole('button', { name: 'Take back' })
    await takeBack.click()
    await page.getByText('It was taken back and counts no more.').waitFor()
    await page.locator('.toast', { hasText: 'counts no more' }).getByRole('button', { name: 'Undo' }).click()
    await takeBack.waitFor()
    expect(faults).toEqual([])
    await done(page)
  })

  test('a table of unknown columns is mapped and becomes votes', async () => {
    await server.addOrganization('mapped')
    const { page, faults } = await open('/o/mapped/evidence')
    await choose(page, { 'motions.csv': motions })
    const item = tray(page, 'motions.csv')
    const becomes = item.getByRole('region', { name: 'What the first rows of motions.csv become' })
    await becomes.getByText('12.5').waitFor()
    await item.getByRole('button', { name: /How much\?$/ }).click()
    await page.getByRole('option', { name: 'Every row weighs 1' }).click()
    await becomes.getByText('12.5').waitFor({ state: 'detached' })
    await item.getByLabel('Name', { exact: true }).fill('Motions of spring')
    await item.getByRole('button', { name: 'Let it count' }).click()
    await source(page, 'Motions of spring').getByText('2 rows read, 2 used').waitFor()
    expect(faults).toEqual([])
    await done(page)
  })

  test('a table that nobody knows needs a mapping, and none of its rows is called refused', async () => {
    await server.addOrganization('unknown')
    const { page, faults } = await open('/o/unknown/evidence')
    await choose(page, { 'kasse.csv': 'Wann;Wer;Betrag;Wofür\n2026-03-01;Ada;12,50;Miete\n' })
    const item = tray(page, 'kasse.csv')
    await item.getByText('Nothing yet: first it has to be said what it is.').waitFor()
    await item.getByText('Needs a mapping').waitFor()
    expect(await item.getByText('of the first rows').count()).toBe(0)
    await item.getByText('Say what a row means, and the preview shows what it becomes.').waitFor()
    await item.getByRole('combobox', { name: 'What does a row say?' }).fill('decision.made')
    await page.keyboard.press('Enter')
    await item.getByRole('region', { name: 'What the first rows of kasse.csv become' }).waitFor()
    expect(await item.getByText('Nothing yet').count()).toBe(0)
    expect(faults).toEqual([])
    await done(page)
  })

  test('a workbook is not taken, and the reason says what to do', async () => {
    await server.addOrganization('workbook')
    const { page } = await open('/o/workbook/evidence')
    await choose(page, { 'book.xlsx': 'PK\u0003\u0004 and more' })
    await tray(page, 'book.xlsx').locator('.tray-problem, .understood').waitFor()
    await tray(page, 'book.xlsx')
      .getByText(/CSV|archive|table/i)
      .first()
      .waitFor()
    expect(await page.getByRole('button', { name: 'Let it count' }).count()).toBe(0)
    await done(page)
  })

  test('a repository is connected by its path; a path that is nowhere is refused beside it', async () => {
    await server.addOrganization('connected')
    const { page, faults } = await open('/o/connected/evidence')
    await page.getByRole('button', { name: 'Connect a path' }).click()
    const field = page.getByLabel('Path on the server’s machine')
    await field.fill(join(folder, 'nowhere'))
    await field.press('Enter')
    await page.getByText('There is nothing at this path').waitFor()
    await field.fill(makeRepository())
    await field.press('Enter')
    await page.getByText('Understood as: Git repository').waitFor()
    await page.getByRole('button', { name: 'Let it count' }).click()
    await source(page, 'website').getByText('4 rows read').waitFor()
    await source(page, 'website').getByText('Next reading').waitFor()
    expect(faults).toEqual([])
    await done(page)
  })

  test('what the help shows is understood as what it says', async () => {
    await server.addOrganization('samples')
    const { page } = await open('/o/samples/evidence')
    await page.getByRole('heading', { name: 'What can be read' }).waitFor()
    const samples: [file: string, text: string][] = await page
      .locator('.help-body h4 + figure')
      .evaluateAll(figures =>
        figures.map(one => [
          one.querySelector('code')?.textContent ?? '',
          one.querySelector('pre')?.textContent ?? '',
        ]),
      )
    expect(samples.length).toBe(6)
    await choose(page, Object.fromEntries(samples.map(([file, text]) => [file, `${text}\n`])))
    const kinds = {
      'votes.csv': 'Snapshot votes',
      'governor.csv': 'Governor votes, on chain',
      'cap-table.csv': 'Holders',
      'ledger.csv': 'Payments',
      'operators.yaml': 'Operators, keys and domains',
      'motions.csv': 'Table with a mapping',
    }
    for (const [file, kind] of Object.entries(kinds)) await tray(page, file).getByText(kind).first().waitFor()
    await done(page)
  })

  test('the command that exports a history makes a file that is understood', async context => {
    try {
      execFileSync('jq', ['--version'], { stdio: 'ignore' })
    } catch {
      context.skip('SKIPPED: jq is not on the PATH')
    }
    await server.addOrganization('exported')
    const { page } = await open('/o/exported/evidence')
    await page.getByRole('heading', { name: 'What can be read' }).waitFor()
    const commands = await page.locator('.help-code pre').allTextContents()
    const command = commands.find(one => one.startsWith('git log')) ?? ''
    const repository = makeRepository()
    execFileSync('sh', ['-c', command], { cwd: repository })
    await choose(page, { 'history.jsonl': readFileSync(join(repository, 'history.jsonl'), 'utf8') })
    await page.getByText('Understood as: Git history, exported').waitFor()
    await page.getByRole('button', { name: 'Let it count' }).click()
    await source(page, 'history.jsonl')
      .getByText(/^\d+ rows read, \d+ used$/)
      .waitFor()
    expect(await source(page, 'history.jsonl').locator('.warning').count()).toBe(0)
    await done(page)
  })
})

describe.skipIf(!browser)('people on a real server', () => {
  const handle = (page: Page, name: string) => page.locator('.handle-row', { hasText: name })
  const look = (page: Page, name: string) =>
    page.getByRole('button', { name: `Look at ${name}`, exact: true }).click()
  const undo = async (page: Page, said: RegExp) =>
    page.locator('.toast').filter({ hasText: said }).getByRole('button', { name: 'Undo' }).click()
  const headline = (page: Page, words: string) =>
    page.getByRole('heading', { level: 1 }).getByText(words).waitFor()

  beforeAll(async () => {
    await server.addOrganization('crew')
    const added = await server.stewardCall(
      'POST /api/organizations/{organization}/sources',
      { organization: 'crew' },
      { body: { from: { path: makeRepository() }, reading: { kind: 'git' } } },
    )
    if (!added.ok) throw new Error(added.problem.reason)
    await server.desk.jobs.idle()
  })

  test('a question is answered by merging, and taken back', async () => {
    const { page, faults } = await open('/o/crew/people')
    await headline(page, 'The evidence names 3 parties.')
    await page.getByText('The same login, ada.lovelace').waitFor()
    await page.getByRole('listitem').getByRole('button', { name: 'One person' }).click()
    await page.getByLabel('Name of the person').fill('Ada Lovelace')
    await page.getByRole('button', { name: 'Merge', exact: true }).click()
    await headline(page, 'The evidence names 2 parties.')
    await look(page, 'Ada Lovelace')
    await handle(page, 'ada.lovelace@two.example').waitFor()
    await page.getByText('the charter says so').first().waitFor()
    await undo(page, /^Merged into Ada Lovelace/)
    await headline(page, 'The evidence names 3 parties.')
    expect(faults).toEqual([])
    await done(page)
  })

  test('a bot is called a person, a person a bot, and both are taken back', async () => {
    const { page, faults } = await open('/o/crew/people')
    await headline(page, 'The evidence names 3 parties.')
    await page.getByRole('button', { name: 'Is a person: release@example.org' }).click()
    await headline(page, 'The evidence names 4 parties.')
    await undo(page, /counts as a person/)
    await headline(page, 'The evidence names 3 parties.')
    await look(page, 'Bo Diddley')
    await page.getByRole('button', { name: 'What can be done with bo@example.org' }).click()
    await page.getByRole('menuitem', { name: 'A bot' }).click()
    await headline(page, 'The evidence names 2 parties.')
    await undo(page, /counts as a bot/)
    await headline(page, 'The evidence names 3 parties.')
    expect(faults).toEqual([])
    await done(page)
  })

  test('people of one employer count as one party, until one is split off', async () => {
    const { page, faults } = await open('/o/crew/people')
    await headline(page, 'The evidence names 3 parties.')
    for (const name of ['Ada', 'Bo Diddley']) {
      await page.getByRole('checkbox', { name: `Choose ${name}`, exact: true }).press('Space')
    }
    await page.locator('.people-selection').getByRole('button', { name: 'One employer' }).click()
    await page.getByRole('combobox', { name: 'Employer' }).fill('Analytical Engines')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'They work for it' }).click()
    await headline(page, 'The evidence names 2 parties.')
    await look(page, 'Analytical Engines')
    await page.getByRole('button', { name: 'What can be done with bo@example.org' }).click()
    await page.getByRole('menuitem', { name: 'Not this person' }).click()
    await page.getByRole('button', { name: 'Split off' }).click()
    await headline(page, 'The evidence names 3 parties.')
    expect(await foundAnew(page)).toEqual([])
    expect(faults).toEqual([])
    await done(page)
  })

  test('a reader sees everything and changes nothing', async () => {
    const { cookie } = await server.enterAs('rita', { crew: 'reader' })
    if (!browser) throw new Error('this suite runs only with a browser')
    const { page } = await openPage(browser, server, '/o/crew/people', { cookie })
    await page.locator('.party-row').first().waitFor()
    expect(await page.getByRole('checkbox').count()).toBe(0)
    await page.goto(`${server.origin}/o/crew/evidence`)
    await source(page, 'website').waitFor()
    expect(await page.getByRole('button', { name: 'Add files' }).count()).toBe(0)
    await done(page)
  })
})
