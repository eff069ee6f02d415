// Die Worte in den Bausteinen, aus denen jede Seite besteht.
import type { parts as en } from '../en/parts.ts'

export const parts: typeof en = {
  working: 'In Arbeit',
  loading: 'Lädt',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  undo: 'Rückgängig',
  retry: 'Erneut versuchen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  choose: 'Auswählen',
  nothingFound: 'Nichts gefunden',
  messages: 'Meldungen',
  more: 'Mehr zeigen',
  day: {
    clear: 'Kein Tag',
    notBefore: first => `Nicht vor dem ${first}`,
    notAfter: last => `Nicht nach dem ${last}`,
    noSuchYear: 'Dieses Jahr liegt außer Reichweite',
  },
  readOnly: 'Ändern kann das nur, wer die Organisation verantwortet.',
}
