// Alle Texte zu: Pult.
import type { board as en } from '../en/board.ts'

const of = (n: string, one: string, many = `${one}n`): string => `${n} ${n === '1' ? one : many}`

export const board: typeof en = {
  title: 'Pult',
  nothingMeasured: 'Noch ist nichts gemessen.',
  fader: {
    label: unit => `${unit}, erklärte Stellung`,
    value: (position, stage) => `${position}, ${stage}`,
    past: 'Gezeigt wird ein früherer Tag; ändern lässt sich nur der heutige Stand.',
    reader: 'Nur wer diese Organisation verwaltet, ändert die erklärte Stellung.',
    declared: (unit, position, stage) => `${unit} ist jetzt mit ${position} erklärt, ${stage}.`,
    undone: 'Zurückgenommen.',
  },
  target: {
    none: 'Ziel setzen',
    label: (unit, target) => `${unit}: ${target}`,
    title: unit => `Stellungen von ${unit}`,
    hint: 'Beides sagt die Organisation. Was die Belege zeigen, bleibt davon unberührt.',
    declared: 'Erklärte Stellung',
    declaredHint: '0 Team, 25 Beratend, 50 Geteilt, 75 Gemeinschaft, 100 Autonom; leer: nichts ist erklärt',
    position: 'Zielstellung',
    positionHint: 'Leer: kein Ziel',
    by: 'Bis zu welchem Tag',
    save: 'Übernehmen',
    cancel: 'Lassen, wie es war',
    outOfRange: 'Eine ganze Zahl von 0 bis 100.',
    slider: unit => `Ziel von ${unit}`,
    byDay: day => `bis ${day}`,
    aimed: (unit, position, stage) => `${unit} strebt jetzt ${position} an, ${stage}.`,
    kept: unit => `Die Stellungen von ${unit} sind übernommen.`,
  },
  sort: {
    label: 'Reihenfolge',
    names: {
      charter: 'Wie in der Charta',
      weakest: 'Schwächste zuerst',
      gap: 'Größter Abstand zuerst',
      name: 'Nach Namen',
      coverage: 'Geringste Abdeckung zuerst',
    },
    filter: 'Einheit suchen',
    shown: (shown, of) => `${shown} von ${of} Einheiten`,
    none: 'Keine Einheit trägt diese Wörter im Namen oder im Urteil.',
    clear: 'Alle Einheiten zeigen',
  },
  time: {
    label: 'Gezeigter Tag',
    today: 'Heute',
    back: 'Zurück zu heute',
    play: 'Abspielen',
    pause: 'Anhalten',
    waiting: 'Der Stand dieses Tages wird gemessen.',
    basis: {
      current: 'Wie heute gemessen.',
      recorded: 'Wie an diesem Tag gemessen.',
      reconstructed:
        'Jetzt gemessen, aus den Belegen bis zu diesem Tag. Eine Liste ohne Daten zählt ab dem Tag, an dem sie gelesen wurde.',
    },
    asOf: day => `Stand ${day}`,
    recorded: n => (n === '1' ? 'Ein Tag ist aufgezeichnet.' : `${n} Tage sind aufgezeichnet.`),
    keys: 'Pfeiltasten gehen tageweise, Bild auf und Bild ab monatsweise.',
  },
  live: {
    scores: changes => `Das Pult ist neu gemessen. ${changes.join(' ')}`,
    score: (unit, from, to) => `${unit}: bisher ${from}, jetzt ${to}.`,
    more: n => `${n === 1 ? 'Eine weitere Einheit' : `${n} weitere Einheiten`} mit neuem Stand.`,
  },
  latest: {
    heading: 'Was sich zuletzt geändert hat',
    none: 'Bisher hat sich nichts geändert.',
    undo: 'Zurücknehmen',
    undoLabel: what => `Zurücknehmen: ${what}`,
    undone: 'zurückgenommen',
    more: 'Mehr zeigen',
    changes: {
      created: 'Die Charta ist angelegt.',
      declared: (unit, from, to) =>
        to === null
          ? `${unit} erklärt nichts mehr.`
          : from === null
            ? `${unit} ist mit ${to} erklärt.`
            : `${unit} ist mit ${to} erklärt, vorher mit ${from}.`,
      target: (unit, to, by) =>
        to === null ? `${unit} hat kein Ziel mehr.` : `${unit} strebt ${to} an${by ? `, bis ${by}` : ''}.`,
      renamed: (from, to) => `${from} heißt jetzt ${to}.`,
      merged: names => (names ? `Eine Person: ${names}.` : 'Personen sind zusammengeführt.'),
      split: names => (names ? `Getrennt: ${names}.` : 'Personen sind getrennt.'),
      bot: (name, isBot) =>
        isBot ? `${name || 'Ein Konto'} zählt als Bot.` : `${name || 'Ein Konto'} zählt als Person.`,
      edited: name => (name ? `${name} ist bearbeitet.` : 'Eine Person ist bearbeitet.'),
      sourceAdded: name => `Neuer Beleg: ${name}.`,
      sourceRemoved: name => `Beleg zurückgenommen: ${name}.`,
      sourceEdited: name => `Beleg wird anders gelesen: ${name}.`,
      written: 'Die Charta ist neu geschrieben.',
      organizationRenamed: (from, to) =>
        to === null
          ? 'Die Organisation hat einen anderen Namen.'
          : `${from ?? 'Die Organisation'} heißt jetzt ${to}.`,
      undone: 'Eine Änderung ist zurückgenommen.',
      takenBack: what => `Zurückgenommen: ${what}`,
      again: what => `Gilt wieder: ${what}`,
      imported: (source, observations) =>
        `${source} ist gelesen: ${of(observations, 'Beobachtung', 'Beobachtungen')}.`,
      failed: (source, reason) => `${source} ließ sich nicht lesen: ${reason}`,
      cancelled: source => `Das Lesen von ${source} ist abgebrochen.`,
    },
    someUnit: 'Eine Einheit',
    someSource: 'eine Quelle',
  },
  missing: {
    heading: 'Wo Belege fehlen',
    none: 'Jede Einheit ist belegt: ihr Gewicht ist zugeordnet.',
    unknown: 'gar keine Belege',
    upper: high => `einer notwendigen Fläche fehlen Belege; höchstens ${high}`,
    unproven: coverage => `${coverage} des Gewichts ist zugeordnet`,
    more: n => (n === 1 ? 'Eine weitere Einheit' : `${n} weitere Einheiten`),
    fewer: 'Weniger zeigen',
    refused: n =>
      n === '1' ? 'Eine Quelle ließ sich nicht ganz lesen.' : `${n} Quellen ließen sich nicht ganz lesen.`,
    add: 'Belege hinzufügen',
  },
  past: {
    heading: 'Wie es dazu kam',
    hint: 'Was gemessen wurde, Tag für Tag, mit dem, was nicht auszuschließen war; gepunktet: was erklärt war.',
    none: 'Stellungen werden einmal am Tag aufgezeichnet. Die ersten Linien zeigen sich nach dem zweiten Tag.',
    caption: (unit, from, fromDay, to, toDay) => `${unit}: ${from} am ${fromDay}, ${to} am ${toDay}`,
    all: n => `Alle ${n} Einheiten zeigen`,
    unknown: 'unbekannt',
  },
  check: {
    heading: 'Selbst nachprüfen',
    lead: 'Wer dieselben Belege und dieselbe Charta hat, erhält dieselben Zahlen und dieselbe Prüfsumme.',
    hash: 'Prüfsumme der Eingaben',
    rulebook: 'Regelwerk',
    charter: 'Charta',
    version: n => `Fassung ${n}`,
    measured: 'Gemessen',
    command: 'Nachrechnen in einem Ordner mit diesen Belegen und dieser Charta',
    commandLine: day => `npx equalizer measure . --as-of ${day} --json`,
    copy: 'Kopieren',
    copied: 'Kopiert.',
    report: 'Der ganze Bericht, JSON',
    counts: (observations, sources, parties) =>
      `${of(observations, 'Beobachtung', 'Beobachtungen')} aus ${of(sources, 'Quelle')}; ${of(parties, 'Partei', 'Parteien')}.`,
  },
  empty: {
    title: 'Noch gibt es nichts zu zeigen.',
    hint: 'Dieses Pult braucht etwas zu lesen: ein Git-Repository, eine Tabelle mit Stimmen, Zahlungen oder Anteilen. Sobald es gelesen ist, wird gemessen.',
    action: 'Belege hinzufügen',
    measuring: 'Die Belege werden gelesen. Das Pult erscheint, sobald gemessen ist.',
  },
}
