// Why one unit stands where it stands: every surface with what its numbers mean, who holds it, and what was merged.
import type { Merge, Report, SurfaceReport, UnitReport } from '@equalizer/measure'
import { capital, counted, percent, windowWords } from '@equalizer/measure'
import type { Screen } from '../terminal/screen.ts'
import { cut, harmless, padEnd, padStart, textWidth, wrap } from '../terminal/text.ts'
import { unitMeters } from './unit-block.ts'
import { count, counting, percentage, windowNames } from './words.ts'

const indent = '    '
const holdersShown = 8
const mergesShown = 10
const barColumns = 16

/** Ends with a line feed; no line is wider than the screen. */
export function explainText(report: Report, unit: UnitReport, screen: Screen): string {
  const { verdict, sentence, raise } = unit.explanation
  const say = (text: string) => wrap(harmless(text), screen.columns)
  const lines = [
    screen.paint('bold', cut(`${harmless(unit.name)}: ${harmless(verdict)}`, screen.columns)),
    ...unitMeters(unit, screen),
    '',
    ...say(sentence),
    ...(raise ? say(raise.sentence) : []),
    ...unit.surfaces.flatMap(surface => ['', ...surfaceLines(surface, unit, screen)]),
    ...mergeLines(report, unit, screen),
  ]
  return `${lines.join('\n')}\n`
}

function surfaceLines(surface: SurfaceReport, unit: UnitReport, screen: Screen): string[] {
  const say = (text: string) =>
    text === '' ? [] : wrap(harmless(text), screen.columns - indent.length).map(line => indent + line)
  const roles = [
    ...(surface.id === unit.binding ? ['binds'] : []),
    ...(surface.necessary ? [] : ['shown only, not necessary']),
  ]
  const name = `  ${harmless(surface.name)}${roles.length > 0 ? ` (${roles.join(', ')})` : ''}`
  const score = surface.score === null ? '?' : spanOf(surface)
  const title = cut(name, screen.columns - score.length - 2)
  const gap = ' '.repeat(screen.columns - textWidth(title) - score.length)
  const head = screen.paint('bold', title) + gap + screen.paint('bold', score)
  if (surface.window === null)
    return [head, ...say('No evidence: nothing that was read says who holds this.')]
  return [
    head,
    ...say(quotaWords(surface)),
    ...say(powersWords(surface)),
    ...say(evidenceWords(surface)),
    ...holderLines(surface, screen),
    ...say(windowsWords(surface)),
  ]
}

function spanOf({ score, low, high }: SurfaceReport): string {
  const [from, to] = [Math.round(low ?? 0), Math.round(high ?? 0)]
  return to > from ? `${Math.round(score ?? 0)} (${from}–${to})` : String(Math.round(score ?? 0))
}

function quotaWords({ quota }: SurfaceReport): string {
  if (quota.rule === 'override') return 'Whoever holds this can act alone against everybody.'
  if (quota.rule === 'threshold')
    return `${quota.required} of ${quota.of} must act together, at the weakest key or wallet.`
  const half = quota.numerator * 2 === quota.denominator
  return `More than ${half ? 'half' : `${quota.numerator}/${quota.denominator}`} of the weight decides.`
}

function powersWords({ K, K_b, N2, quota }: SurfaceReport): string {
  const sentences: string[] = []
  if (K !== null)
    sentences.push(
      `K = ${K}: ${counted(K, 'party', 'parties')} can decide${K === 1 ? ' alone' : ' together'}.`,
    )
  if (K_b !== null) sentences.push(`K_b = ${K_b}: ${counted(K_b, 'party', 'parties')} can block.`)
  else if (quota.rule !== 'override')
    sentences.push('Blocking is not counted here (the charter does not say that it freezes the unit).')
  if (N2 !== null)
    sentences.push(`N2 = ${N2.toFixed(1)}: the shares work like ${N2.toFixed(1)} equal parties.`)
  return sentences.join(' ')
}

function evidenceWords(surface: SurfaceReport): string {
  const { observations, window, lastDate, unknown, parties } = surface
  const when = window ? windowWords[window] : ''
  const last = lastDate ? `, the last on ${lastDate}` : ''
  const unknowns =
    unknown.share > 0
      ? ` Nobody knows who holds ${percent(unknown.share)} of it; the score takes that for one party.`
      : ''
  const from = `${counting(observations, 'observation')} ${when}${last}, by ${counted(parties, 'known party', 'known parties')}.`
  return capital(from) + unknowns
}

function holderLines({ holders, parties }: SurfaceReport, screen: Screen): string[] {
  const shown = holders.slice(0, holdersShown)
  const room = Math.max(16, screen.columns - indent.length - barColumns - 18)
  const names = shown.map(holder => cut(harmless(holder.name), room))
  const widest = Math.max(0, ...names.map(textWidth))
  const lines = shown.map((holder, i) => {
    const bar = '▪'.repeat(Math.max(1, Math.round(holder.share * barColumns)))
    const decides = holder.decides ? '  decides' : ''
    return `${indent}${padEnd(names[i] as string, widest)}  ${padEnd(bar, barColumns)}${padStart(percentage(holder.share), 5)}${decides}`
  })
  const others = parties - shown.length
  return others > 0 ? [...lines, screen.paint('dim', `${indent}and ${count(others)} more`)] : lines
}

function windowsWords({ windows }: SurfaceReport): string {
  const known = Object.entries(windows) as [keyof typeof windows, (typeof windows)[keyof typeof windows]][]
  const parts = known.flatMap(([name, powers]) =>
    powers && name !== undefined
      ? [`${windowNames[name]} ${powers.score === null ? '?' : Math.round(powers.score)}`]
      : [],
  )
  return parts.length > 1 ? `By window: ${parts.join(', ')}.` : ''
}

/** Only what concerns those who are named above. */
function mergeLines({ identities }: Report, unit: UnitReport, screen: Screen): string[] {
  const named = new Set(unit.surfaces.flatMap(surface => surface.holders.map(holder => holder.id)))
  const merges = identities.merges.filter(merge => named.has(merge.party.id))
  if (merges.length === 0) return []
  const lines = merges.slice(0, mergesShown).map(merge => cut(`  ${mergeWords(merge)}`, screen.columns))
  const more = merges.length - mergesShown
  return [
    '',
    screen.paint('bold', 'Counted as one'),
    ...lines,
    ...(more > 0 ? [`  and ${count(more)} more; --json has them all`] : []),
  ]
}

/** By the names that the sources give; a handle where they give none. */
function mergeWords({ party, members, reasons }: Merge): string {
  const rules = [...new Set(reasons.map(reason => reason.rule))].join(', ')
  const names = [...new Set(members.map(member => member.name ?? member.actor))]
  return harmless(`${party.name} (${rules}): ${names.join(', ')}`)
}
