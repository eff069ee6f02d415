// What is said, in English: the one place where a code becomes a sentence for the report and the command line.
import type { Said, Verdict } from '../report/said.ts'
import { capital, changeWords, counted, nameList, percent, stageName, windowWords, words } from './words.ts'

export const verdictWords: Readonly<Record<Verdict, string>> = {
  no_evidence: 'No evidence yet',
  promise_ahead: 'Promise ahead of facts',
  unproven: 'Unproven',
  facts_ahead: 'Facts ahead of promise',
  in_step: 'In step',
  one_decides: 'One party decides',
  few_decide: 'A few decide',
  widely_held: 'Widely held',
}

/** What is done on a surface, for "half of …": the asset where it is a countable act, else the weight. */
function doing(asset: string): string {
  if (asset === 'vp') return 'the voting power'
  if (asset === 'unit' || asset === 'wei') return 'the amounts'
  return /^[a-z][a-z ]*$/.test(asset) ? `the ${asset}s` : `the ${asset}`
}

const parties = (count: number) => counted(count, 'party', 'parties')
const round = Math.round

type Facts<Code extends Said['code']> = Extract<Said, { code: Code }>['facts']
type Sayings = { readonly [Code in Said['code']]: (facts: Facts<Code>) => string }

function inStepWords({ units, of }: Facts<'headline.in_step'>): string {
  const promise = 'in step with what was promised.'
  if (of === 1) return `The one unit is ${units === 1 ? '' : 'not '}${promise}`
  if (units === of) return `All ${words(of)} units are ${promise}`
  return `${capital(words(units))} of ${words(of)} units ${units === 1 ? 'is' : 'are'} ${promise}`
}

function signedWords({ surface, required, of, parties: least, names }: Facts<'surface.signed'>): string {
  const act = least === 1 ? 'one party can act alone' : `${parties(least)} can act together`
  return `${surface}: ${words(required)} of ${words(of)} must sign, and ${act}: ${nameList(names)}.`
}

function heldWords({ heldAt, heldBy }: { heldAt: number | null; heldBy: string | null }): string {
  return heldAt === null ? '.' : `; the unit would then be held at ${round(heldAt)} by ${heldBy}.`
}

const override = changeWords({ kind: 'override' }, '')

const sayings: Sayings = {
  'surface.decided': ({ surface, names, share, asset, window }) =>
    `${surface}: ${nameList(names)} ${names.length === 1 ? 'makes' : 'together make'} ${percent(share)} of ${doing(asset)} ${windowWords[window]}.`,
  'surface.decided_with_unknown': ({ surface, names, share, asset, window }) =>
    `${surface}: ${nameList(names)}, with whoever is not known, make ${percent(share)} of ${doing(asset)} ${windowWords[window]}.`,
  'surface.decided_by_many': ({ surface, names, parties: K, asset, window }) =>
    `${surface}: it takes ${parties(K)} to decide over ${doing(asset)} ${windowWords[window]}, ${nameList(names)} the first of them.`,
  'surface.decided_by_unknown': ({ surface, share, asset, window }) =>
    `${surface}: who makes ${percent(share)} of ${doing(asset)} ${windowWords[window]} is not known.`,
  'surface.override': ({ surface, names }) =>
    `${surface}: ${nameList(names)} can override every decision alone.`,
  'surface.signed': signedWords,
  'surface.blocked': ({ parties: K_b }) => `${capital(parties(K_b))} can block.`,
  'surface.uneven': ({ parties: N2 }) =>
    `The shares are so uneven that they work like ${N2.toFixed(1)} equal parties.`,
  'unit.no_evidence_for': ({ surfaces }) => `No evidence yet for ${nameList(surfaces)}.`,
  'unit.weight_unknown': ({ share }) => `${capital(percent(share))} of the weight has no known holder.`,
  'unit.nothing_known': ({ surfaces }) =>
    surfaces.length > 0
      ? `Nothing that was read says who holds ${nameList(surfaces)}.`
      : 'Nothing that was read says who decides here.',

  'raise.spread': ({ people, share, asset, from, to, ...held }) =>
    `${changeWords({ kind: 'spread', people, share }, doing(asset))}, ${round(from)} would become ${round(to)}${heldWords(held)}`,
  'raise.signers': ({ required, of, from, to, ...held }) =>
    `${changeWords({ kind: 'signers', required, of }, '')}, ${round(from)} would become ${round(to)}${heldWords(held)}`,
  'raise.evidence': ({ share, from, to, ...held }) =>
    `${changeWords({ kind: 'evidence', share }, '')}, ${round(from)} could become ${round(to)}${heldWords(held)}`,
  'raise.override': ({ to }) => `${override}, 0 would become ${round(to)}.`,
  'raise.override_held': ({ by }) => `${override}, the unit would still be held at 0 by ${by}.`,
  'raise.override_unknown': () =>
    `${override}, the unit would stand where its other surfaces put it; they are not all known yet.`,

  'headline.nothing_measured': () => 'Nothing is measured yet.',
  'headline.in_step': inStepWords,
  'headline.name_only': ({ unit, declared }) => `${capital(unit)} is ${stageName(declared)} in name only:`,
  'headline.promised': ({ unit, declared, measured }) =>
    `${capital(unit)} is promised at ${round(declared)} and measured at ${round(measured)}:`,
  'headline.stands': ({ unit, at }) => `${unit} stands at ${round(at)} of 100:`,
  'headline.stands_at_most': ({ unit, at }) => `${unit} stands at ${round(at)} of 100 at the most:`,
  'headline.between': ({ unit, low, high }) =>
    `${unit} is somewhere from ${round(low)} to ${round(high)} of 100:`,
  'headline.no_evidence': () => 'No evidence says who decides in any unit.',
  'headline.no_unit': () => 'There is no unit to measure.',
  'because.nobody_known': () => 'nobody can say who decides.',
  'because.override': ({ names }) => `${nameList(names, 2)} can still override everything.`,
  'because.weight_unknown': () => 'too much of it has no known holder.',
  'because.one': ({ name }) => `${name ?? 'one party'} alone can decide.`,
  'because.parties': ({ parties: K }) => `${parties(K)} can decide.`,
  'units.unseen': ({ units }) => `${capital(counted(units, 'unit'))} cannot be seen yet.`,
  'units.unproven': ({ units }) =>
    `${capital(counted(units, 'unit'))} ${units === 1 ? 'is' : 'are'} unproven.`,
}

/** The clauses as English sentences, one after the other. */
export function say(...all: readonly Said[]): string {
  return all.map(one => (sayings[one.code] as (facts: Said['facts']) => string)(one.facts)).join(' ')
}
