// Alle Worte der Seite über das Signieren der eigenen Stimmen.
import type { signing as en } from '../en/signing.ts'

export const signing: typeof en = {
  title: 'Eigene Stimmen auf diesem Gerät signieren',
  hint: 'Eine signierte Stimme zeigt allen, von wem sie ist und worüber abgestimmt wurde. Niemand sonst kann sie abgeben oder ändern, auch nicht, wer den Server betreibt. Der Schlüssel bleibt in diesem Browser und lässt sich nicht auslesen.',
  on: 'Auf diesem Gerät signieren',
  off: 'Nicht mehr signieren',
  here: 'Stimmen von diesem Gerät werden signiert. Eine Stimme ohne diesen Schlüssel wird nicht angenommen.',
  key: 'Der Schlüssel, wie ihn alle im Protokoll sehen',
  never: 'Noch wurde keine Stimme damit signiert.',
  used: moment => `Zuletzt benutzt ${moment}.`,
  turnedOn: 'Von jetzt an werden die eigenen Stimmen signiert.',
  turnedOff: 'Die eigenen Stimmen werden nicht mehr signiert.',
  signedHere: 'Die Stimme wird auf diesem Gerät signiert.',
  none: 'Die eigenen Stimmen werden nicht signiert.',
  elsewhere: {
    title: 'Die eigenen Stimmen werden auf einem anderen Gerät signiert.',
    text: 'Der Schlüssel dafür ist nicht in diesem Browser. Abgestimmt wird dort, oder der Schlüssel wird hier entfernt; danach geht es ohne Signatur, oder signiert auf diesem Gerät. Das Protokoll zeigt, dass er entfernt wurde.',
    drop: 'Jenen Schlüssel entfernen',
  },
  unsupported: {
    insecure:
      'Signieren braucht eine verschlüsselte Verbindung: eine Adresse, die mit https beginnt, oder den Rechner, auf dem der Server läuft.',
    browser:
      'Dieser Browser kann nicht mit Ed25519 signieren, oder er behält nichts. Ein neuerer kann es, und die Kommandozeile auch.',
  },
  differs: 'Das Protokoll sagt über diese Entscheidung etwas anderes als diese Seite. Nichts wurde signiert.',
  broken: 'Dieser Browser hat nicht signiert. Nichts wurde gesendet.',
}
