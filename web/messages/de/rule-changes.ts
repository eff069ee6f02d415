// Was eine Änderung von Regeln, Gruppen oder Schranken bedeutet, vorher und nachher, in Sätzen.
import type { ruleChanges as en } from '../en/rule-changes.ts'

export const ruleChanges: typeof en = {
  before: (what, before, now) => `${what}. Vorher: ${before} Jetzt: ${now}`,
  class: name => `„${name}“`,
  now: (name, now) => `„${name}“: ${now}`,
  added: (name, now) => `Neue Klasse „${name}“: ${now}`,
  removed: name => `Die Klasse „${name}“ gibt es nicht mehr.`,
  renamed: (before, now) => `Die Klasse „${before}“ heißt jetzt „${now}“.`,
  weight: (name, before, now) => `„${name}“ wiegt für den Regler ${now}, vorher ${before}.`,
  filter: name => `„${name}“ umfasst andere Handlungen als vorher.`,
  sides: (name, before, now) =>
    `„${name}“. Vorher ging die Kontrolle von ${before}. Jetzt geht sie von ${now}.`,
  fromTo: (center, edge) => `${center} an ${edge}`,
  order: 'Die Klassen werden in anderer Reihenfolge geprüft.',
  same: 'Nichts darin ist anders als vorher.',
  ungoverned: 'Vorher hatte diese Einheit keine eigenen Regeln.',
  group: (before, now) => `Vorher: ${before}. Jetzt: ${now}.`,
  groupNew: now => `Sie ist neu: ${now}.`,
  groupNow: now => `Jetzt: ${now}.`,
  groupWas: before => `Sie war: ${before}.`,
  groupName: (before, now) => `Sie hieß „${before}“ und heißt jetzt „${now}“.`,
  joined: names => `Neu darin: ${names}.`,
  left: names => `Nicht mehr darin: ${names}.`,
  term: span => `Amtszeit ${span}`,
  gates: (before, now) => `Vorher: ${before} Jetzt: ${now}`,
  gatesNow: now => `Jetzt: ${now}`,
  override: 'Eine nicht erfüllte Schranke wurde übergangen, mit veröffentlichtem Grund.',
  more: n => (n === '1' ? 'Noch ein Satz.' : `Noch ${n} Sätze.`),
}
