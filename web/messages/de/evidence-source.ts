// Alle Texte von: einer Quelle, der Rechenschaft über ihr Lesen und was abgewiesen wurde.
import type { source as en } from '../en/evidence-source.ts'

export const source: typeof en = {
  back: 'Alle Belege',
  unknown: {
    title: 'Diese Quelle gibt es nicht.',
    hint: 'Vielleicht wurde sie entfernt, oder die Adresse stimmt nicht ganz.',
  },
  headline: {
    allUsed: rows =>
      rows === '1' ? 'Die eine Zeile wurde verwendet.' : `Alle ${rows} Zeilen wurden verwendet.`,
    noneRefused: (used, read) => `${used} von ${read} Zeilen wurden verwendet, keine wurde abgewiesen.`,
    refused: (refused, read) =>
      refused === '1'
        ? `Eine von ${read} Zeilen wurde abgewiesen.`
        : `${refused} von ${read} Zeilen wurden abgewiesen.`,
    empty: 'Sie wurde gelesen und enthielt keine Zeilen.',
    neverRead: 'Sie wurde noch nicht zu Ende gelesen.',
    failed: 'Sie ist nicht lesbar.',
    removed: 'Sie wurde zurückgenommen und zählt nicht mehr.',
  },
  origin: {
    upload: 'einer hineingegebenen Datei',
    path: 'einem Pfad auf dem Rechner des Servers',
    log: 'dem eigenen Protokoll der Organisation',
  },
  added: 'Hinzugefügt',
  comesFrom: 'Kommt aus',
  lastRead: 'Zuletzt gelesen',
  size: 'Größe',
  period: 'Zeitraum',
  account: {
    heading: 'Was aus jeder Zeile wurde',
    label: (used, passed, refused) => `${used} verwendet, ${passed} übergangen, ${refused} abgewiesen`,
    sum: read => (read === '1' ? 'eine Zeile gelesen' : `${read} Zeilen gelesen`),
    used: 'Verwendet',
    passed: 'Übergangen',
    refused: 'Abgewiesen',
    passedHint:
      'Wohlgeformt, und nichts zu messen: eine Gebühr, eine Erstattung, ein Ereignis, das nichts entscheidet.',
  },
  feeds: { heading: 'Wo sie zählt' },
  refusals: {
    heading: 'Abgewiesene Zeilen',
    caption: name => `Abgewiesene Zeilen von ${name}`,
    shown: (shown, all) => `Die ersten ${shown} von ${all} sind aufgeführt.`,
    copy: 'Als Tabelle kopieren',
    save: 'Als CSV sichern',
    fileName: name => `${name}-abgewiesene-zeilen.csv`,
  },
  pictured: { rows: 'Zeilen', code: 'Code' },
  notes: { heading: 'Was angenommen wurde' },
  observations: {
    heading: 'Beobachtungen',
  },
  jobs: {
    heading: 'Lesevorgänge',
    caption: name => `Lesevorgänge von ${name}, neueste zuerst`,
    started: 'Begonnen',
    took: 'Dauer',
    result: 'Ergebnis',
    observations: 'Beobachtungen',
    none: 'Sie wurde noch nie gelesen.',
    states: {
      waiting: 'wartet',
      running: 'läuft',
      done: 'fertig',
      failed: 'gescheitert',
      cancelled: 'angehalten',
    },
    unchanged: 'nichts Neues',
  },
  problem: {
    title: 'Sie konnte nicht gelesen werden',
    whatToDo: 'Was zuvor gelesen wurde, zählt weiter. Datei oder Pfad in Ordnung bringen, dann neu lesen.',
    whatToDoFirst: 'Noch zählt nichts davon. Datei oder Pfad in Ordnung bringen, dann neu lesen.',
  },
}
