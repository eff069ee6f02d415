// Was die Messung sagt, auf Deutsch: jeder Satzteil des Servers mit denselben Tatsachen.
import type { SaidFacts } from '@equalizer/measure'
import { count, figure, share } from '../../words/format.ts'
import type { Sayings } from '../en/said.ts'
import { desk } from './desk.ts'

const small = ['null', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn']
const words = (n: number): string => small[n] ?? count(n)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const round = (n: number): string => count(Math.round(n))
const parties = (n: number): string => (n === 1 ? 'eine Partei' : `${words(n)} Parteien`)
const units = (n: number): string => (n === 1 ? 'eine Einheit' : `${words(n)} Einheiten`)
const stage = (at: number): string => desk.stages[Math.min(4, Math.floor(at / 25))] ?? ''

function names(all: readonly string[], most = 3): string {
  if (all.length <= 1) return all[0] ?? 'niemand Bekanntes'
  if (all.length <= most) return `${all.slice(0, -1).join(', ')} und ${all.at(-1)}`
  const others = all.length - most + 1
  return `${all.slice(0, most - 1).join(', ')} und ${words(others)} weitere`
}

/** Nie wird ein Teil zum Ganzen gerundet. */
function percent(part: number): string {
  if (part > 0 && part < 0.01) return `unter ${share(0.01)}`
  if (part < 1 && part > 0.99) return `über ${share(0.99)}`
  return share(Math.round(part * 100) / 100)
}

const genitives: Readonly<Record<string, string>> = {
  commit: 'der Commits',
  approval: 'der Freigaben',
  review: 'der Durchsichten',
  merge: 'der Zusammenführungen',
  vote: 'der Stimmen',
  vp: 'des Stimmgewichts',
  payment: 'der Zahlungen',
  proposal: 'der Vorschläge',
  decision: 'der Entscheidungen',
  operator: 'der Betreibenden',
  node: 'der Knoten',
  signer: 'der Unterschriften',
  unit: 'der Beträge',
  wei: 'der Beträge',
}
/** „71 % der Commits“, sonst „71 % des Gewichts (USD)“. */
const of = (asset: string): string => genitives[asset] ?? `des Gewichts (${asset})`

const within = {
  '90d': 'in den letzten 90 Tagen',
  '365d': 'in den letzten 365 Tagen',
  all: 'über die gesamte Zeit',
  standing: 'nach heutigem Bestand',
} as const

function held({ heldAt, heldBy }: { heldAt: number | null; heldBy: string | null }): string {
  return heldAt === null ? '.' : `; die Einheit würde dann bei ${round(heldAt)} von ${heldBy} gehalten.`
}

function inStep({ units: some, of: all }: SaidFacts<'headline.in_step'>): string {
  const promise = 'im Einklang mit dem Versprechen.'
  if (all === 1) return `Die eine Einheit ist ${some === 1 ? '' : 'nicht '}${promise}`
  if (some === all) return `Alle ${words(all)} Einheiten sind ${promise}`
  if (some === 0) return `Keine von ${words(all)} Einheiten ist ${promise}`
  return `${capital(words(some))} von ${words(all)} Einheiten ${some === 1 ? 'ist' : 'sind'} ${promise}`
}

const noOverride = 'Könnte keine einzelne Partei sich über alles hinwegsetzen'

export const said: Sayings = {
  verdicts: {
    no_evidence: 'Noch keine Belege',
    promise_ahead: 'Versprechen den Tatsachen voraus',
    unproven: 'Unbelegt',
    facts_ahead: 'Tatsachen dem Versprechen voraus',
    in_step: 'Im Einklang',
    one_decides: 'Eine Partei entscheidet',
    few_decide: 'Wenige entscheiden',
    widely_held: 'Breit verteilt',
  },
  clauses: {
    'surface.decided': ({ surface, names: who, share: part, asset, window }) =>
      `${surface}: Auf ${names(who)} ${who.length > 1 ? 'entfallen zusammen' : 'entfallen'} ${percent(part)} ${of(asset)} ${within[window]}.`,
    'surface.decided_with_unknown': ({ surface, names: who, share: part, asset, window }) =>
      `${surface}: Auf ${names(who)} und alle, die nicht bekannt sind, entfallen ${percent(part)} ${of(asset)} ${within[window]}.`,
    'surface.decided_by_many': ({ surface, names: who, parties: K, window }) =>
      `${surface}: Zum Entscheiden ${K === 1 ? 'ist' : 'sind'} ${within[window]} ${parties(K)} nötig, zuerst ${names(who)}.`,
    'surface.decided_by_unknown': ({ surface, share: part, asset, window }) =>
      `${surface}: Von wem ${percent(part)} ${of(asset)} ${within[window]} stammen, ist nicht bekannt.`,
    'surface.override': ({ surface, names: who }) =>
      `${surface}: ${names(who)} kann jede Entscheidung allein überstimmen.`,
    'surface.signed': ({ surface, required, of: all, parties: least, names: who }) =>
      `${surface}: ${capital(words(required))} von ${words(all)} müssen unterschreiben, und ${least === 1 ? 'eine Partei kann allein handeln' : `${parties(least)} können gemeinsam handeln`}: ${names(who)}.`,
    'surface.blocked': ({ parties: K }) =>
      `${capital(parties(K))} ${K === 1 ? 'kann' : 'können'} blockieren.`,
    'surface.uneven': ({ parties: n }) =>
      `Die Anteile sind so ungleich, dass sie wie ${figure(Math.round(n * 10) / 10)} gleich große Parteien wirken.`,
    'unit.no_evidence_for': ({ surfaces }) => `Noch keine Belege für ${names(surfaces)}.`,
    'unit.weight_unknown': ({ share: part }) =>
      `Von ${percent(part)} des Gewichts ist nicht bekannt, wer es hält.`,
    'unit.nothing_known': ({ surfaces }) =>
      surfaces.length > 0
        ? `Nichts von dem, was gelesen wurde, sagt, wer ${names(surfaces)} hält.`
        : 'Nichts von dem, was gelesen wurde, sagt, wer hier entscheidet.',

    'raise.spread': ({ people, share: part, asset, from, to, ...rest }) =>
      `Übernähmen ${people === 1 ? 'eine weitere Person' : `${words(people)} weitere Personen zusammen`} ${percent(part)} ${of(asset)}, würden aus ${round(from)} ${round(to)}${held(rest)}`,
    'raise.signers': ({ required, of: all, from, to, ...rest }) =>
      `Wären ${words(required)} von ${words(all)} Unterschriften nötig, würden aus ${round(from)} ${round(to)}${held(rest)}`,
    'raise.evidence': ({ share: part, from, to, ...rest }) =>
      `Wäre bekannt, wer ${part >= 1 ? 'es' : `die unbekannten ${percent(part)}`} hält, könnten aus ${round(from)} ${round(to)} werden${held(rest)}`,
    'raise.override': ({ to }) => `${noOverride}, würden aus 0 ${round(to)}.`,
    'raise.override_held': ({ by }) => `${noOverride}, hielte ${by} die Einheit immer noch bei 0.`,
    'raise.override_unknown': () =>
      `${noOverride}, stünde die Einheit dort, wo ihre übrigen Flächen sie hinstellen; noch sind nicht alle bekannt.`,

    'headline.nothing_measured': () => 'Noch ist nichts gemessen.',
    'headline.in_step': inStep,
    'headline.name_only': ({ unit, declared }) =>
      `${capital(unit)} steht nur dem Namen nach auf „${stage(declared)}“:`,
    'headline.promised': ({ unit, declared, measured }) =>
      `${capital(unit)} ist mit ${round(declared)} versprochen und mit ${round(measured)} gemessen:`,
    'headline.stands': ({ unit, at }) => `${unit} steht bei ${round(at)} von 100:`,
    'headline.stands_at_most': ({ unit, at }) => `${unit} steht bei höchstens ${round(at)} von 100:`,
    'headline.between': ({ unit, low, high }) =>
      `${unit} liegt irgendwo zwischen ${round(low)} und ${round(high)} von 100:`,
    'headline.no_evidence': () => 'Kein Beleg sagt, wer in irgendeiner Einheit entscheidet.',
    'headline.no_unit': () => 'Es gibt keine Einheit zu messen.',
    'because.nobody_known': () => 'Niemand kann sagen, wer entscheidet.',
    'because.override': ({ names: who }) =>
      `${names(who, 2)} ${who.length > 1 ? 'können' : 'kann'} sich immer noch über alles hinwegsetzen.`,
    'because.weight_unknown': () => 'Von zu viel Gewicht ist nicht bekannt, wer es hält.',
    'because.one': ({ name }) => `${name ?? 'Eine Partei'} kann allein entscheiden.`,
    'because.parties': ({ parties: K }) =>
      `${capital(parties(K))} ${K === 1 ? 'kann' : 'können'} entscheiden.`,
    'units.unseen': ({ units: n }) => `${capital(units(n))} ${n === 1 ? 'ist' : 'sind'} noch nicht zu sehen.`,
    'units.unproven': ({ units: n }) => `${capital(units(n))} ${n === 1 ? 'ist' : 'sind'} unbelegt.`,
  },
}
