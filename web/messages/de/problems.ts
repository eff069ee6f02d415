// Abweisungen in eigenen Worten; zu jedem anderen Kürzel steht der englische Satz des Servers.
import type { problems as en } from '../en/problems.ts'

export const problems: typeof en = {
  titles: {
    unreachable: 'Der Server antwortet nicht.',
    notAllowed: 'Das ist hier nicht erlaubt.',
    missing: 'Das gibt es hier nicht.',
    fault: 'Etwas ist schiefgegangen.',
    refused: 'Das wurde nicht getan.',
  },
  codes: {
    'server.unreachable':
      'Läuft er noch? Was zu sehen ist, bleibt stehen; sobald er antwortet, wird von selbst neu gefragt.',
    'page.fault': 'Die Seite traf auf etwas Unerwartetes. Geändert wurde nichts.',
  },
}
