// Der Rahmen um jede Seite: Kopfzeile, Wechsel, Suche, und was zu tun ist, wenn etwas fehlt.
import type { shell as en } from '../en/shell.ts'

export const shell: typeof en = {
  notFound: {
    title: 'Unter dieser Adresse gibt es nichts.',
    hint: 'Vielleicht wurde es umbenannt oder entfernt, oder die Adresse enthält einen Fehler.',
    home: 'Zurück zur Tafel',
  },
  failed: {
    title: 'Diese Seite ließ sich nicht zeichnen.',
    hint: 'Nichts ist verloren: Was gespeichert wurde, ist gespeichert, und die anderen Seiten gehen weiter. Ein neuer Versuch hilft meist; sonst die Seite neu laden.',
    retry: 'Erneut versuchen',
    reload: 'Neu laden',
    details: 'Was gemeldet wurde',
  },
}
