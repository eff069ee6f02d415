// Der erste Start und jede weitere Organisation: drei Wege zu beginnen, und das erste Lesen, während es geschieht.
import type { welcome as en } from '../en/welcome.ts'

export const welcome: typeof en = {
  title: 'Willkommen',
  heading: 'Wo liegt die Kontrolle wirklich? Beginnen wir mit etwas, das sich messen lässt.',
  again: 'Eine weitere Organisation beginnen.',
  sub: 'Equalizer liest Belege, etwa eine Git-Historie, Abstimmungen oder Zahlungen, und zeigt für jede Einheit, wer wirklich entscheiden kann. Alles bleibt auf diesem Rechner.',
  choices: {
    project: {
      title: name => (name ? `Dieses Projekt, ${name}` : 'Dieses Projekt'),
      hint: 'Das Repository, aus dem dieser Server läuft. Seine Historie wird ganz gelesen, meist in weniger als einer Minute.',
      none: 'Dieser Server läuft nicht aus einem Repository.',
      go: 'Mit diesem Projekt beginnen',
    },
    example: {
      title: 'Ein Beispiel',
      hint: 'Eine erfundene Organisation mit rund vierzig Personen und sechs Einheiten, auf jeder Seite als simuliert bezeichnet. Zum Ansehen und Ausprobieren.',
      go: 'Mit dem Beispiel beginnen',
    },
    own: {
      title: 'Eigene Belege',
      hint: 'Dateien hierher ziehen: ein Auszug von Abstimmungen, Anteilen, Zahlungen, Pull Requests oder irgendeine Tabelle. Oder einen Ordner auf diesem Rechner nennen.',
      files: 'Dateien wählen',
      drop: 'Hier ablegen',
      path: 'Ein Ordner oder Repository auf diesem Rechner',
      pathHint: 'Der ganze Pfad, zum Beispiel /srv/projekt',
      pathNone: 'Dieser Server liest keine Ordner seines Rechners.',
      go: 'Mit diesem Ordner beginnen',
      empty: 'Leer beginnen, Belege später hinzufügen',
    },
  },
  newName: 'Neue Organisation',
  reading: {
    title: name => `${name} wird gelesen.`,
    sub: 'Weitergehen ist jederzeit möglich; was gelesen wird, kommt dann von selbst nach.',
    read: 'Belege lesen',
    measure: 'Messen, wer entscheidet',
    waiting: 'wartet, bis es an der Reihe ist',
    done: 'fertig',
    facts: n => `${n} ${n === '1' ? 'Beobachtung' : 'Beobachtungen'}`,
    cancelled: 'angehalten',
    failed: 'Dieses Lesen ist nicht gelungen.',
    board: 'Pult öffnen',
    evidence: 'Belege ansehen',
    ready: 'Es ist gemessen. Das Pult öffnet sich.',
  },
}
