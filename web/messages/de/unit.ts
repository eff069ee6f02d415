// Eine Einheit: wo sie steht, warum, was sie heben würde, und die Belege darunter.
import type { unit as en } from '../en/unit.ts'

export const unit: typeof en = {
  title: 'Einheit',
  trail: 'Ort dieser Seite',
  board: 'Pult',
  neighbours: 'Weitere Einheiten',
  previous: name => `Vorige Einheit: ${name}`,
  next: name => `Nächste Einheit: ${name}`,
  place: (n, of) => `Einheit ${n} von ${of}`,
  views: 'Ansichten dieser Einheit',
  standing: 'Wo sie steht',
  evidence: 'Belege',
  desk: 'Erklärt und gemessen',
  target: (position, stage) => `Ziel ${position}, ${stage}`,
  targetBy: (position, stage, day) => `Ziel ${position}, ${stage}, bis ${day}`,
  noTarget: 'Kein Ziel ist gesetzt.',
  basis: {
    recorded: day => `Wie am ${day} gemessen.`,
    reconstructed: day =>
      `Jetzt gemessen, aus den Belegen bis ${day}. Eine Liste ohne Daten zählt ab dem Tag, an dem sie gelesen wurde.`,
  },
  edit: 'Bearbeiten',
  setPositions: 'Regler und Ziel setzen …',
  nothingHint: 'Was bisher gelesen wurde, sagt nichts über diese Einheit.',
  rename: 'Umbenennen …',
  stewardsOnly: 'Das kann nur ein Steward ändern.',
  pastOnly: 'Vergangenes lässt sich nicht ändern. Zuerst zurück zu heute.',
  save: 'Speichern',
  cancel: 'Abbrechen',
  declaredDialog: {
    saved: (unit, position) => `${unit} ist mit ${position} erklärt.`,
  },
  renameDialog: {
    title: 'Wie diese Einheit heißt',
    label: 'Name',
    problem: 'Ein Name mit 1 bis 120 Zeichen.',
    saved: unit => `Die Einheit heißt ${unit}.`,
  },
  surfaces: {
    heading: 'Flächen',
    lead: 'Eine Einheit steht dort, wo ihre schwächste notwendige Fläche steht. Die schwächste kommt zuerst.',
    noEvidence: name => `Nichts Gelesenes sagt, wer „${name}“ in der Hand hat.`,
    needs: 'Was sie speisen würde',
    needsNothing: 'Die Charta nennt für diese Fläche noch keine Belege.',
    addEvidence: 'Belege hinzufügen',
    show: n => (n === '1' ? 'Die eine Beobachtung zeigen' : `Die ${n} Beobachtungen zeigen`),
    showHolder: name => `Belege von ${name} zeigen`,
    filter: 'Fläche suchen',
    more: n => `${n} weitere Flächen zeigen`,
  },
  feeds: {
    counts: 'Zählt',
    from: 'aus',
    all: 'alles',
    path: path => `unter ${path}`,
  },
  check: {
    heading: 'Selbst nachprüfen',
    rulebook: 'Regelwerk',
    hash: 'Prüfsumme der Eingaben',
    asOf: 'Stand',
  },
  none: {
    title: 'Hier ist keine Einheit.',
    hint: 'Sie wurde vielleicht umbenannt oder aus der Charta genommen.',
    back: 'Zurück zum Pult',
  },
  unmeasured: {
    title: 'Noch ist nichts gemessen.',
    hint: 'Die erste Messung folgt, sobald Belege da sind.',
    action: 'Belege hinzufügen',
  },
  noEvidence: {
    title: 'Noch keine Belege',
    hint: 'Unbekannt ist nicht 0: Nichts Gelesenes sagt, wer hier entscheidet. Das würde helfen:',
    nothing:
      'Unbekannt ist nicht 0: Nichts Gelesenes sagt, wer hier entscheidet, und die Charta nennt keine Belege, die es sagen würden.',
  },
  lorenzName: (unit, surface) => `${unit}, ${surface}, wie gleichmäßig verteilt`,
  historyName: unit => `${unit} im Lauf der Zeit`,
}
