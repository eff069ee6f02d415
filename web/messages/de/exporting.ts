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
  foot: 'Gemessen mit Equalizer, dem Steuerpult für schrittweise Dezentralisierung.',
}
