// Words that explanations are made of: numbers, shares and lists as a person would say them.
import type { Change, WindowName } from '../report/report.ts'

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const

/** `two`, `eleven` as 11. */
export function words(count: number): string {
  return small[count] ?? count.toLocaleString('en')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `one party`, `three parties`; the plural is `noun + s` unless given. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${words(count)} ${count === 1 ? noun : plural}`
}

const tenths = ['none', 'one in ten', 'one in five', 'three in ten', 'two in five', 'half'] as const

/** A share in tenths: 0.1 → one in ten. */
function shareWords(share: number): string {
  return tenths[Math.round(share * 10)] ?? percent(share)
}

/** 0.714 → 71%, 1 → all; never rounds a part up to all or down to nothing. */
export function percent(share: number): string {
  if (share >= 1) return 'all'
  if (share > 0 && share < 0.01) return 'under 1%'
  if (share < 1 && share > 0.99) return 'over 99%'
  return `${Math.round(share * 100)}%`
}

/** `Ada`, `Ada and Bo`, `Ada, Bo and 3 others`; at most `most` names. */
export function nameList(names: readonly string[], most = 3): string {
  if (names.length <= 1) return names[0] ?? 'nobody known'
  if (names.length <= most) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  const others = names.length - most + 1
  return `${names.slice(0, most - 1).join(', ')} and ${words(others)} others`
}

export const windowWords: Readonly<Record<WindowName, string>> = {
  '90d': 'in the last 90 days',
  '365d': 'in the last 365 days',
  all: 'over all time',
  standing: 'as it stands',
}

/** The five stages; a position is named after the stage it has reached. */
export function stageName(position: number): string {
  const stages = ['Team', 'Consulted', 'Shared', 'Community', 'Autonomous'] as const
  return stages[Math.min(4, Math.floor(position / 25))] ?? 'Team'
}

/** What a change asks for, as the first half of a sentence: "If two more people …". */
export function changeWords(change: Change, doing: string): string {
  switch (change.kind) {
    case 'spread':
      return `If ${counted(change.people, 'more person', 'more people')} ${change.people > 1 ? 'together ' : ''}took ${shareWords(change.share)} of ${doing}`
    case 'signers':
      return `If it took ${words(change.required)} of ${words(change.of)} signers`
    case 'override':
      return 'If no single party could override'
    case 'evidence':
      return change.share >= 1
        ? 'If it were known who holds it'
        : `If it were known who holds the unknown ${percent(change.share)}`
  }
}
