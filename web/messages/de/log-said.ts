// Was Einträge des Protokolls sagen, als Sätze: wer was tat, und was daraus wurde.
import type { logSaid as en } from '../en/log-said.ts'
import type { Fact } from '../fact.ts'

const by = (who: string | null, active: string, passive: string): string =>
  who === null ? passive : `${who} ${active}`

const why = (f: Fact, name: string) => f.maybe(name, words => `: ${words}`)

const budget = (f: Fact) =>
  `${f('money')} ${f('period')}${f.maybe('cap', cap => `, höchstens ${cap} auf einmal`)}`

const regular = (f: Fact) => `${f('money')} ${f('every')} von „${f('from')}“ an „${f('to')}“`

export const logSaid: typeof en = {
  events: {
    'rules.changed': (who, f) =>
      by(who, `änderte, wer in ${f('unit')} entscheidet`, `Wer in ${f('unit')} entscheidet, änderte sich`),
    'rules.group_set': (who, f) =>
      by(who, `richtete die Gruppe „${f('group')}“ ein`, `Die Gruppe „${f('group')}“ wurde eingerichtet`),
    'rules.group_removed': (who, f) =>
      by(who, `entfernte die Gruppe „${f('id')}“`, `Die Gruppe „${f('id')}“ wurde entfernt`),
    'rules.gates_set': (who, f) =>
      by(
        who,
        `legte fest, was gemessen sein muss, bevor ${f('unit')} weiterrückt`,
        `Festgelegt wurde, was gemessen sein muss, bevor ${f('unit')} weiterrückt`,
      ),
    'delegation.given': (_, f) => `${f('from')} gab ${f('to')} Vollmacht ${f('scope')}`,
    'delegation.revoked': (_, f) => `${f('from')} nahm eine Vollmacht ${f('scope')} zurück`,
    'key.set': (_, f) => `${f('person')} hinterlegte einen Schlüssel, um Stimmen zu unterschreiben`,
    'key.dropped': (_, f) => `${f('person')} nahm den eigenen Schlüssel zurück`,
    'person.erased': () => 'Jemand ließ löschen, was über die eigene Person bekannt war',
    'charter.person_erased': who =>
      by(who, 'ließ löschen, was über jemanden bekannt war', 'Was über jemanden bekannt war, wurde gelöscht'),
    'charter.admitted': (who, f) =>
      by(who, `nahm ${f('person')} als Mitglied auf`, `${f('person')} wurde Mitglied`),
    'charter.dismissed': (who, f) =>
      by(
        who,
        `beendete die Mitgliedschaft von ${f('person')}`,
        `Die Mitgliedschaft von ${f('person')} endete`,
      ),
    'charter.role_granted': (who, f) =>
      by(who, `gab ${f('person')} die Rolle „${f('role')}“`, `${f('person')} bekam die Rolle „${f('role')}“`),
    'charter.role_revoked': (who, f) =>
      by(
        who,
        `entzog ${f('person')} die Rolle „${f('role')}“`,
        `${f('person')} verlor die Rolle „${f('role')}“`,
      ),
    'charter.edited': (who, f) =>
      by(
        who,
        `änderte die Charta: ${f('kind')}. Sie hat jetzt die Fassung ${f('version')}`,
        `Die Charta wurde geändert: ${f('kind')}. Sie hat jetzt die Fassung ${f('version')}`,
      ),
    'treasury.account_opened': (who, f) =>
      by(
        who,
        `eröffnete das Konto „${f('name')}“ in ${f('currency')}`,
        `Das Konto „${f('name')}“ in ${f('currency')} wurde eröffnet`,
      ),
    'treasury.account_closed': (who, f) =>
      by(who, `schloss das Konto „${f('name')}“`, `Das Konto „${f('name')}“ wurde geschlossen`),
    'treasury.budget_set': (who, f) =>
      by(
        who,
        `gab dem Konto „${f('account')}“ ein Budget von ${budget(f)}`,
        `Das Konto „${f('account')}“ bekam ein Budget von ${budget(f)}`,
      ),
    'treasury.budget_lifted': (who, f) =>
      by(
        who,
        `hob das Budget des Kontos „${f('account')}“ auf`,
        `Das Budget des Kontos „${f('account')}“ wurde aufgehoben`,
      ),
    'treasury.received': (who, f) =>
      by(who, `verbuchte ${f('money')} von ${f('from')}`, `${f('money')} kamen von ${f('from')}`),
    'treasury.paid': (who, f) =>
      by(
        who,
        `zahlte ${f('money')} an ${f('to')}${why(f, 'purpose')}`,
        `${f('money')} gingen an ${f('to')}${why(f, 'purpose')}`,
      ),
    'treasury.moved_out': (who, f) =>
      by(
        who,
        `buchte ${f('money')} von „${f('account')}“ auf „${f('other')}“ um${why(f, 'purpose')}`,
        `${f('money')} gingen von „${f('account')}“ auf „${f('other')}“${why(f, 'purpose')}`,
      ),
    'treasury.currency_declared': (who, f) =>
      by(
        who,
        `legte die Währung ${f('currency')} mit ${f('decimals')} fest`,
        `Die Währung ${f('currency')} wurde mit ${f('decimals')} festgelegt`,
      ),
    'treasury.allocation_set': (who, f) =>
      by(
        who,
        `richtete die regelmäßige Zuweisung „${f('allocation')}“ ein: ${regular(f)}`,
        `Die regelmäßige Zuweisung „${f('allocation')}“ wurde eingerichtet: ${regular(f)}`,
      ),
    'treasury.allocation_run': (who, f) =>
      by(
        who,
        `führte die regelmäßige Zuweisung „${f('allocation')}“ von ${f('money')} aus (${f('period')})`,
        `Die regelmäßige Zuweisung „${f('allocation')}“ von ${f('money')} wurde ausgeführt (${f('period')})`,
      ),
    'treasury.allocation_ended': (who, f) =>
      by(
        who,
        `beendete die regelmäßige Zuweisung „${f('allocation')}“`,
        `Die regelmäßige Zuweisung „${f('allocation')}“ endete`,
      ),
    'curation.recommended': (who, f) => by(who, `empfahl „${f('title')}“`, `„${f('title')}“ wurde empfohlen`),
    'curation.published': (who, f) =>
      by(who, `veröffentlichte „${f('title')}“`, `„${f('title')}“ wurde veröffentlicht`),
    'curation.removed': (who, f) =>
      by(
        who,
        `entfernte „${f('title')}“${why(f, 'reason')}`,
        `„${f('title')}“ wurde entfernt${why(f, 'reason')}`,
      ),
    'curation.restored': (who, f) =>
      by(
        who,
        `veröffentlichte „${f('title')}“ wieder${why(f, 'reason')}`,
        `„${f('title')}“ wurde wieder veröffentlicht${why(f, 'reason')}`,
      ),
    'lending.added': (who, f) =>
      by(who, `nahm „${f('name')}“ in die Sammlung auf`, `„${f('name')}“ kam in die Sammlung`),
    'lending.lent': (who, f) =>
      by(
        who,
        `verlieh „${f('tool')}“ an ${f('to')} bis ${f('dueMs')}`,
        `„${f('tool')}“ wurde bis ${f('dueMs')} an ${f('to')} verliehen`,
      ),
    'lending.returned': (who, f) => by(who, `nahm „${f('tool')}“ zurück`, `„${f('tool')}“ kam zurück`),
    'standing.set': (_, f) => f.maybe('holding', holding => `${f('person')} hat ${holding}`),
  },
  found: 'Die Organisation wurde gegründet, mit ersten Regeln und Verantwortlichen',
  did: (who, title) => `${who}: ${title}`,
  proposed: (who, title) => `${who} schlug vor: ${title}`,
  voted: (who, choice, title) => `${who} stimmte mit „${choice}“ ab: ${title}`,
  abstained: (who, title) => `${who} enthielt sich zu: ${title}`,
  advised: (who, choice, title) => `${who} riet „${choice}“ zu: ${title}`,
  parts: {
    approve: (who, title) => `${who} stimmte zu: ${title}`,
    decline: (who, title) => `${who} lehnte ab: ${title}`,
    object: (who, title) => `${who} erhob Einwand gegen: ${title}`,
    answer: (who, title) => `${who} antwortete auf den Rat zu: ${title}`,
    veto: (who, title) => `${who} legte Veto ein gegen: ${title}`,
    pause: (who, title) => `${who} hielt an: ${title}`,
    cancel: (who, title) => `${who} zog zurück: ${title}`,
    retry: (who, title) => `${who} verlangte erneut auszuführen: ${title}`,
  },
  clock: {
    vote: (title, outcome) => `Die Abstimmung schloss über: ${title}. ${outcome}`,
    advice: (title, outcome) => `Der Rat wurde gezählt zu: ${title}. ${outcome}`,
    executed: title => `Ausgeführt: ${title}`,
    refused: title => `Aufgehalten: ${title}`,
    expired: title => `Die Zeit lief ab: ${title}`,
    lapsed: title => `Die Pause endete von selbst: ${title}`,
    ratified: title => `Die Abstimmung ließ angehalten: ${title}`,
    next: (title, phase) => `${title} geht weiter: ${phase}`,
    moved: title => `Die Uhr rückte weiter: ${title}`,
  },
  opened: id => `Entscheidung ${id} begann.`,
  unnamed: 'eine Entscheidung',
  nobody: 'jemand',
}
