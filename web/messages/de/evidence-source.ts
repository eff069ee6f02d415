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
  origin: { upload: 'einer hineingegebenen Datei', path: 'einem Pfad auf dem Rechner des Servers' },
  added: 'Hinzugefügt',
  comesFrom: 'Kommt aus',
  lastRead: 'Zuletzt gelesen',
  size: 'Größe',
  period: 'Zeitraum',
  next: 'Nächstes Lesen',
  options: 'Gelesen mit',
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
  kinds: {
    heading: 'Was sie enthält',
    observations: n => (n === '1' ? '1 Beobachtung' : `${n} Beobachtungen`),
    look: 'Beobachtungen ansehen',
    csv: 'Alle Beobachtungen als CSV',
    none: 'Es wurde keine Beobachtung daraus.',
  },
  feeds: { heading: 'Wo sie zählt', unit: 'Einheit', surface: 'Fläche' },
  refusals: {
    heading: 'Abgewiesene Zeilen',
    caption: name => `Abgewiesene Zeilen von ${name}`,
    none: 'Keine Zeile wurde abgewiesen.',
    shown: (shown, all) => `Die ersten ${shown} von ${all} sind aufgeführt.`,
    byCode: 'Nach Grund',
    copy: 'Als Tabelle kopieren',
    save: 'Als CSV sichern',
    fileName: name => `${name}-abgewiesene-zeilen.csv`,
    code: 'Code',
  },
  notes: { heading: 'Was angenommen wurde', none: 'Nichts musste angenommen werden.' },
  observations: {
    heading: 'Beobachtungen',
    caption: name => `Beobachtungen von ${name}, neueste zuerst`,
    search: 'In Namen, Betreff und Fundstellen suchen',
    total: (n, exact) => (exact ? `${n} insgesamt` : `mehr als ${n}`),
    none: 'Nichts passt.',
    more: 'Mehr zeigen',
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
  },
  problem: {
    title: 'Sie konnte nicht gelesen werden',
    whatToDo: 'Was zuvor gelesen wurde, zählt weiter. Datei oder Pfad in Ordnung bringen, dann neu lesen.',
    whatToDoFirst: 'Noch zählt nichts davon. Datei oder Pfad in Ordnung bringen, dann neu lesen.',
  },
}
