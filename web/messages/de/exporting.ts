// Alle Texte zu: Export.
import type { exporting as en } from '../en/exporting.ts'

export const exporting: typeof en = {
  title: 'Export',
  menu: 'Export',
  kinds: {
    svg: 'Bild, SVG',
    png: 'Bild, PNG',
    csv: 'Tabelle, CSV',
    json: 'Daten, JSON',
    proof: 'Beweis, .tlog-proof',
    print: 'Drucken',
  },
  saved: name => `Gespeichert als ${name}`,
  failed: 'Die Datei konnte nicht erstellt werden.',
  working: 'Die Datei wird zusammengestellt',
  stop: 'Abbrechen',
  asOf: day => `Stand ${day}`,
  rulebook: version => `Regelwerk ${version}`,
  pictureTitle: (organization, asOf) => `${organization}: wo die Kontrolle liegt. ${asOf}`,
  comparison: (left, right) => `${left} und ${right}`,
  moreUnits: n =>
    n === 1 ? 'Eine weitere Einheit ist nicht gezeichnet.' : `${n} weitere Einheiten sind nicht gezeichnet.`,
  moreRows: (n: string) =>
    n === '1'
      ? 'Eine weitere Zeile ist nicht gezeichnet; sie steht in CSV und JSON.'
      : `${n} weitere Zeilen sind nicht gezeichnet; sie stehen in CSV und JSON.`,
  muchMoreRows: (n: string) =>
    `Mehr als ${n} weitere Zeilen sind nicht gezeichnet; sie stehen in CSV und JSON.`,
  longFile: 'Höchstens 1.000.000 Zeilen',
  foot: 'Gemessen mit Equalizer, dem Steuerpult für schrittweise Dezentralisierung.',
}
