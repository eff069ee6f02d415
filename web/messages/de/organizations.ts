// Die Liste der Organisationen auf diesem Server.
import type { organizations as en } from '../en/organizations.ts'

export const organizations: typeof en = {
  title: 'Organisationen',
  heading: n => (n === '1' ? 'Eine Organisation an diesem Pult.' : `${n} Organisationen an diesem Pult.`),
  sub: 'Sie sind streng getrennt: Keine sieht Belege, Personen oder Verlauf einer anderen.',
  start: 'Weitere beginnen',
  simulated: 'simuliert',
  role: { steward: 'Mit Verantwortung', member: 'Als Mitglied', reader: 'Zum Lesen' },
  measured: day => `gemessen ${day}`,
  notMeasured: 'noch nicht gemessen',
  counts: (units, sources) =>
    `${units === '1' ? 'eine Einheit' : `${units} Einheiten`}, ${sources === '1' ? 'eine Quelle' : `${sources} Quellen`}`,
  pictured: {
    name: 'Organisation',
    sentence: 'Was sie sagt',
    units: 'Einheiten',
    sources: 'Quellen',
    measured: 'Gemessen',
  },
  more: name => `Mehr zu ${name}`,
  settings: 'Einstellungen',
  remove: 'Löschen …',
  empty: {
    title: 'Noch keine Organisation.',
    hint: 'Beginnen geht mit diesem Projekt, einem Beispiel oder eigenen Belegen.',
  },
  deleting: {
    title: name => `${name} löschen?`,
    text: 'Belege, Personen, Charta und der ganze Verlauf werden für immer von diesem Server gelöscht. Rückgängig machen lässt sich das nicht; zurück brächte sie nur eine Sicherung.',
    backup: 'equalizer backup schreibt eine Datei, in der alles steht.',
    type: id => `Zur Bestätigung ${id} eingeben`,
    mismatch: 'Das stimmt noch nicht überein.',
    confirm: 'Für immer löschen',
    done: name => `${name} wurde gelöscht.`,
  },
}
