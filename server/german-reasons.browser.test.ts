// What the server says in English is read in German: refused rows, recognition, notes, and what is wrong with a charter.

import { violations } from '@equalizer/testkit/accessibility'
import { launchBrowser } from '@equalizer/testkit/browser'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from './testing.ts'
import { builtApp, openPage } from './testing-page.ts'

const webRoot = builtApp()
const browser: Browser | null = await launchBrowser()
let server: TestServer

/** Each row but two is refused or passed over for a reason of its own. */
const ledger = [
  'date,payer,payee,amount',
  '2026-03-01,Treasury,Ada Lovelace,250.00',
  '2026-13-02,Treasury,Ada Lovelace,1',
  '1950-01-02,Treasury,Ada Lovelace,1',
  ',Treasury,Ada Lovelace,1',
  '2026-03-02,Treasury,Ada Lovelace,much',
  '2026-03-02,Treasury,Ada Lovelace,"1,000.00"',
  '2026-03-02,Treasury,Ada Lovelace,"1000,5"',
  '2026-03-02,Treasury,Ada Lovelace,',
  `2026-03-02,Treasury,Ada\u202e Lovelace,1`,
  '2026-03-02,Treasury,Ada Lovelace,1,more',
  '2026-03-02,Treasury,Ada Lovelace,0',
  '2026-03-02,Treasury,Ada Lovelace,-1',
  '2026-03-02,Treasury,"Ada" Lovelace,1',
  '2026-03-02,Treasury,"Ada Lovelace,1',
].join('\n')

beforeAll(async () => {
  server = await startTestServer({ listen: true, webRoot })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function open(path: string) {
  if (!browser) throw new Error('this suite runs only with a browser')
  return openPage(browser, server, path, { language: 'de' })
}

const refusedIn = (page: Page) =>
  page.getByRole('region', { name: 'Abgewiesene Zeilen von kasse.csv' }).locator('.refusals-reason > span')
const english = (page: Page) => page.locator('main [lang=en]').allInnerTexts()

describe.skipIf(!browser)('in German', () => {
  test('refused rows, recognition, notes and what was passed over are said in German', async () => {
    await server.addOrganization('kasse')
    const { page, faults } = await open('/o/kasse/evidence')
    const buffer = Buffer.from(ledger)
    await page.setInputFiles('input[type=file]', { name: 'kasse.csv', mimeType: 'text/csv', buffer })
    await page.getByText('Aufgeführt sind Zahlungen: payer, payee, amount, date').waitFor()
    await page.getByText('Das ist keine lesbare Zeitangabe').first().waitFor()
    expect(await english(page)).toEqual([])
    await page.locator('.tray-item').getByRole('button', { name: 'Zählen lassen' }).click()
    await page.getByRole('link', { name: 'kasse.csv' }).click()
    const reasons = refusedIn(page)
    await reasons.last().waitFor()
    expect([...new Set(await reasons.allInnerTexts())].sort()).toEqual([
      'Das ist kein Betrag',
      'Das ist keine lesbare Zeitangabe',
      'Der Betrag hat Tausendertrennzeichen; nötig sind einfache Zahlen',
      'Der Betrag hat ein Dezimalkomma; nötig ist eine Ausgabe mit Dezimalpunkt',
      'Der Betrag ist leer',
      'Der Zeitpunkt liegt vor 1970 oder nach 2100 (Sekunden für Millisekunden gehalten?)',
      'Die Kennung enthält ein Zeichen, das unsichtbar ist oder die Schreibrichtung ändert',
      'Die Zeile hat 5 Spalten, die Datei dagegen 4',
      'Die Zeitangabe ist leer',
      'Hier beginnt eine Zelle mit Anführungszeichen, die nicht endet',
      'Zwischen dem schließenden Anführungszeichen und der nächsten Spalte steht Text',
    ])
    await page.getByText('Keine Spalte nennt eine Währung; Beträge zählen als Einheiten.').waitFor()
    await page.getByText('zahlt nichts', { exact: true }).waitFor()
    expect(await english(page)).toEqual([])
    expect(await violations(page)).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('a reading from before facts were kept stands as it was said, marked as English', async () => {
    const { db } = server.desk.store
    await sql`update imports set account = (account::jsonb - 'noted' || jsonb_build_object('refusals',
      (select jsonb_agg((row - 'facts') || '{"code": "evidence.ragged_row", "reason": "As it was said"}')
       from jsonb_array_elements(account::jsonb -> 'refusals') as row)))::json
      where organization_id = 'kasse'`.execute(db)
    const { page } = await open('/o/kasse/evidence')
    await page.getByRole('link', { name: 'kasse.csv' }).click()
    await refusedIn(page).first().waitFor()
    expect(await english(page)).toContain('As it was said')
    expect(await english(page)).toContain('No column names a currency; amounts count units.')
    await page.context().close()
  })

  test('what is wrong with a charter is said in German', async () => {
    await server.addOrganization('satzung')
    const { page, faults } = await open('/o/satzung/settings')
    const area = page.getByRole('textbox', { name: /YAML/i })
    await area.fill(
      [
        'equalizer: 1',
        'organization: {id: satzung, name: "", hue: 3}',
        'units:',
        '  - {id: a, name: A, declared: hoch, surfaces: []}',
        '  - {id: b, name: B, declared: 300, surfaces: []}',
        '  - {id: Ä, name: C, surfaces: []}',
        'sources: [{id: s, kind: gti, path: x}]',
      ].join('\n'),
    )
    await page.getByText('erwartet wird eine Zahl', { exact: false }).first().waitFor()
    const list = page.locator('.settings-check li')
    const complaints = (await list.allInnerTexts()).map(text => text.replace(/\s+/g, ' '))
    for (const [i, said] of [
      'organization.name: das ist leerer Text; mindestens 1 Zeichen',
      'organization.hue: einen Schlüssel „hue“ gibt es hier nicht; hier bekannt: id, name, simulated',
      'units[0].declared: das ist der Text „hoch“; erwartet wird eine Zahl: der Regler: 0 das Team entscheidet',
      'units[1].declared: das ist 300; höchstens 100',
      'units[2].id: „Ä“ passt nicht; eine Kennung besteht aus Kleinbuchstaben',
      'sources[0].kind: „gti“ ist hier nicht bekannt; vielleicht git? möglich ist eines von git, git-log',
    ].entries())
      expect(complaints[i]).toContain(said)
    expect(await english(page)).toEqual([])
    await area.fill('equalizer: 1\n\torganization: x')
    await page.getByText('ein Tabulator kann nicht einrücken').first().waitFor()
    expect(await english(page)).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })
})
