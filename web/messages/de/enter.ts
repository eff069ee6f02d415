// Mit einem Einmal-Link hereinkommen.
import type { enter as en } from '../en/enter.ts'

export const enter: typeof en = {
  title: 'Anmelden',
  entering: 'Einen Moment, die Anmeldung läuft.',
  in: 'Angemeldet.',
  refused: 'Dieser Link gilt nicht mehr.',
  refusedHint:
    'Ein Link gilt einmal und eine Stunde lang. Dieser wurde schon benutzt, ist zu alt, oder ein Teil ging unterwegs verloren.',
  again: 'Einen neuen druckt diese Zeile, eingegeben auf dem Rechner des Servers, in dessen Ordner.',
  none: 'In dieser Adresse steckt kein Link.',
  noneHint: 'Nötig ist der ganze Link, mit allem nach dem #.',
  stillIn: 'Die Anmeldung besteht schon, es ist also nichts verloren.',
  toBoard: 'Zum Pult',
}
