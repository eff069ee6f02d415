// Alle Texte der Seite Personen.
import type { people as en } from '../en/people.ts'

const parteien = (n: string): string => (n === '1' ? 'eine Partei' : `${n} Parteien`)
const neu = 'Das Pult wird neu gemessen.'

export const people: typeof en = {
  title: 'Personen',
  headline: {
    none: 'Noch ist niemand bekannt.',
    plain: parties => `Die Belege nennen ${parteien(parties)}.`,
    merged: merged =>
      merged === '1'
        ? 'Eine davon handelt unter mehreren Kennungen.'
        : `${merged} davon handeln unter mehreren Kennungen.`,
    open: n => (n === '1' ? 'Eine Frage ist offen.' : `${n} Fragen sind offen.`),
  },
  sub: 'Wer unter mehreren Kennungen handelt, zählt einmal, und wer denselben Arbeitgeber, Zahler oder Geldgeber hat, zählt gemeinsam als eine Partei. Jede Zusammenlegung nennt ihren Grund und lässt sich zurücknehmen.',
  pictured: {
    party: 'Partei',
    handles: 'Kennungen',
    bonds: 'Eine Partei durch',
    observations: 'Beobachtungen',
  },
  readOnly: 'Diese Seite lässt sich ansehen. Zusammenlegen und trennen darf, wer die Organisation betreut.',
  empty: {
    title: 'Noch ist niemand bekannt.',
    hint: 'Menschen erscheinen hier, sobald ein Beleg sie nennt.',
    action: 'Belege hinzufügen',
  },
  nobody: {
    title: 'Niemand passt.',
    hint: 'Weniger Buchstaben versuchen oder unter allen suchen.',
    clear: 'Alle zeigen',
  },
  search: 'Nach Name oder Kennung suchen',
  filter: { label: 'Zeigen', all: 'Alle', merged: 'Mehrere Kennungen', listed: 'In der Charta' },
  found: n => (n === '1' ? 'Eine Partei' : `${n} Parteien`),
  listLabel: 'Parteien, die größte zuerst',
  observations: n => (n === '1' ? '1 Beobachtung' : `${n} Beobachtungen`),
  moreHandles: n => `und ${n} weitere`,
  open: name => `${name} ansehen`,
  select: name => `${name} auswählen`,
  selected: n => `${n} ausgewählt`,
  clearSelection: 'Auswahl aufheben',
  mergeSelected: 'Ein Mensch',
  bondSelected: 'Ein Arbeitgeber',
  loadingMore: 'Weitere folgen gleich',
  detail: {
    handles: 'Kennungen',
    why: 'Warum sie eins sind',
    alone: 'Eine einzige Kennung, mit nichts zusammengelegt.',
    notListed: 'Nicht in der Charta; in den Belegen gefunden.',
    inCharter: 'In der Charta',
    employer: 'Arbeitgeber',
    payer: 'Zahler',
    funder: 'Geldgeber',
    edit: 'Person bearbeiten',
    write: 'In die Charta schreiben',
    rest: 'Weitere Kennungen',
    split: 'Nicht dieser Mensch',
    isBot: 'Ein Bot',
    more: handle => `Was sich mit ${handle} tun lässt`,
  },
  rules: {
    charter: 'die Charta sagt es',
    mailmap: 'eine Mailmap sagt es',
    'no-reply address': 'GitHubs No-Reply-Adresse nennt den Namen',
    'equal name': 'gleiche volle Namen',
    employer: 'derselbe Arbeitgeber',
    payer: 'derselbe Zahler',
    funder: 'derselbe Geldgeber',
  },
  suggestions: {
    heading: 'Sind das dieselben?',
    hint: 'Sie sehen sich ähnlich. Nichts wird zusammengelegt, bevor es jemand sagt, der es weiß.',
    login: what => `Derselbe Anmeldename, ${what}`,
    shortName: what => `Derselbe kurze Name, ${what}`,
    looksAlike: what => `Ähnlich aussehende Namen, ${what}`,
    domain: what => `Dieselbe Mail-Domain, ${what}`,
    merge: 'Ein Mensch',
    employer: 'Ein Arbeitgeber',
    dismiss: 'Getrennt lassen',
    more: n => (n === '1' ? 'Eine weitere Frage' : `${n} weitere Fragen`),
    andMore: n => `und ${n} weitere`,
    dismissed: n =>
      n === '1'
        ? 'Eine ist in diesem Browser zurückgestellt.'
        : `${n} sind in diesem Browser zurückgestellt.`,
    bringBack: 'Wieder zeigen',
  },
  merge: {
    title: n => `Aus ${n} wird ein Mensch`,
    name: 'Name der Person',
    nameHint: 'So heißt sie in der Charta und auf dem Pult.',
    willBe: 'Was eins wird',
    effect: (before, after) =>
      `Aus ${before} Parteien ${after === '1' ? 'wird eine' : `werden ${after}`}. Wo sie sich eine Fläche teilen, genügen danach weniger Parteien zum Entscheiden, eine Einheit kann also niedriger stehen. ${neu}`,
    others: n =>
      n === '1'
        ? 'Eine weitere Kennung dieser Parteien kommt mit, weil sie ihnen schon gehört.'
        : `${n} weitere Kennungen dieser Parteien kommen mit, weil sie ihnen schon gehören.`,
    tooMany: limit => `Höchstens ${limit} Kennungen lassen sich auf einmal zusammenlegen.`,
    go: 'Zusammenlegen',
    cancel: 'Abbrechen',
    badName: 'Ein Name fehlt.',
  },
  bond: {
    title: 'Ein Arbeitgeber',
    hint: 'Sie bleiben verschiedene Menschen und zählen als eine Partei, denn wer sie beschäftigt, kann für alle entscheiden.',
    employer: 'Arbeitgeber',
    go: 'Sie arbeiten dort',
    failedFor: names => `Nicht eingetragen für: ${names}.`,
    each: (done, total) => `${done} von ${total}`,
  },
  splitDialog: {
    title: handle => `${handle} ist jemand anderes`,
    effect: party =>
      `Die Kennung bleibt von nun an von ${party} getrennt und wird eine eigene Partei. ${neu}`,
    which: 'Welche Kennungen gehören jemand anderem?',
    go: 'Abtrennen',
    all: 'Mindestens eine Kennung muss bleiben.',
  },
  editDialog: {
    title: name => `${name} bearbeiten`,
    name: 'Name',
    explain:
      'Wer denselben Arbeitgeber, Zahler oder Geldgeber hat, zählt gemeinsam als eine Partei, weil eine Entscheidung alle bewegen kann.',
    employer: 'Arbeitgeber',
    employerHint: 'Wer sie beschäftigt.',
    payer: 'Zahler',
    payerHint: 'Wer sie bezahlt, wo das jemand anderes ist.',
    funder: 'Geldgeber',
    funderHint: 'Wessen Förderung oder Beteiligung sie trägt.',
    joins: (name, n) =>
      n === '1' ? `${name}: hier schon eine weitere Person.` : `${name}: hier schon ${n} weitere Personen.`,
    save: 'Sichern',
    cancel: 'Abbrechen',
    handles: 'Ihre Kennungen',
  },
  bots: {
    heading: 'Bots',
    hint: 'Was ein Bot tut, tut niemand; es zählt für keine Partei.',
    none: 'Kein Bot gefunden.',
    person: 'Ist ein Mensch',
    callPerson: handle => `Ist ein Mensch: ${handle}`,
    rules: {
      'the name says [bot]': 'im Namen steht [bot]',
      'the name ends in bot': 'der Name endet auf bot',
      'a known machine account': 'ein bekanntes Maschinenkonto',
      'a no-reply address of a machine': 'die No-Reply-Adresse einer Maschine',
      'listed in the charter': 'in der Charta aufgeführt',
    },
    showAll: n => `Alle ${n} zeigen`,
  },
  toast: {
    merged: name => `Zusammengelegt zu ${name}. ${neu}`,
    split: (handle, party) => `${handle} gehört nicht mehr zu ${party}. ${neu}`,
    bot: handle => `${handle} zählt als Bot. ${neu}`,
    person: handle => `${handle} zählt als Mensch. ${neu}`,
    edited: name => `${name} ist eingetragen. ${neu}`,
    bonded: (n, employer) => `${n} Menschen bei ${employer} zählen als eine Partei. ${neu}`,
    undone: `Zurückgenommen. ${neu}`,
    failed: reason => `Das ging nicht: ${reason}`,
  },
  problems: {
    'people.kept_apart':
      'Jemand hat gesagt, dass dies verschiedene Menschen sind. Das zuerst in der Liste der Änderungen zurücknehmen.',
    'people.unknown_actor': 'Eine dieser Kennungen kommt in keinem Beleg mehr vor.',
    'people.unknown_party': 'Diese Partei hat sich inzwischen geändert. Bitte noch einmal ansehen.',
    'people.nothing_left': 'Mindestens eine Kennung muss bei der Partei bleiben.',
    'change.superseded':
      'Eine spätere Änderung betraf dasselbe; diese lässt sich nicht mehr einzeln zurücknehmen.',
    'change.not_undoable': 'Diese Änderung lässt sich nicht zurücknehmen.',
    'server.unreachable': 'Der Server ist nicht erreichbar. Nichts wurde geändert.',
  },
}
