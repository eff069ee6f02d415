// One script of acts, sent in the same words by the same people, runs at all five stages and is decided in five ways.
// docs/loop.md shows what comes of it; this holds the page to it.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { presetRule } from '../stage/preset.ts'
import { type Stage, stageNames, stages } from '../stage/stage.ts'
import type { Command } from './command.ts'
import {
  ada,
  ben,
  createTrial,
  day,
  everything,
  hour,
  m6,
  members,
  payment,
  start,
  type Trial,
} from './trial.ts'

const sides = { center: 'team', edge: 'community', council: 'council' }

interface Line {
  readonly hours: number
  readonly by: string
  readonly words: string
  readonly command: Command
}

const decision = 'D-1'
const script: readonly Line[] = [
  { hours: 0, by: ada, words: 'Ada of the team sends a payment of 100', command: payment(100) },
  ...members.slice(0, 5).map(by => ({
    hours: 24,
    by,
    words: 'five of the community vote for it',
    command: { kind: 'ballot' as const, decision, choice: 0 },
  })),
  {
    hours: 132,
    by: ben,
    words: 'Ben of the team vetoes',
    command: { kind: 'veto', decision, reason: 'Too much at a time' },
  },
  {
    hours: 138,
    by: m6,
    words: 'Mia of the council pauses',
    command: { kind: 'pause', decision, reason: 'Let us look at it again' },
  },
]

function at(stage: Stage): Trial {
  const trial = createTrial()
  trial.has('seat:council', m6, BigInt(start + 400 * day))
  if (stage > 0) trial.move('finance', [everything(presetRule(stage, sides))])
  return trial
}

/** What is in the log from an entry on: one line an entry, in the words of its events. */
function happened(trial: Trial, from: number): string[] {
  return trial.entries.slice(from).flatMap(({ events, atMs }) => {
    const words = events.flatMap(({ type, data }) => shown(type, data.phase) ?? [])
    return words.length > 0 ? [`${dayOf(atMs)}: ${words.join(', ')}`] : []
  })
}

const dayOf = (atMs: number) => `day ${(atMs - start) / day}`

/** Null: said by another event of the same entry. */
function shown(type: string, phase: unknown): string | null {
  if (/^decisions\.|\.(opened|ballot_cast|vetoed|paused|executed)$/.test(type)) return null
  if (type === 'decision.entered' || type === 'decision.ended') return String(phase)
  if (type === 'decision.closed') return 'vote closed'
  return type === 'purse.paid' ? 'paid' : type.replace('decision.', '').replace('_', ' ')
}

function run(stage: Stage): string[] {
  const trial = at(stage)
  const lines: string[] = []
  const tickTo = (atMs: number) => {
    const before = trial.entries.length
    for (let ms = start; ms <= atMs; ms += hour) trial.tick(ms)
    lines.push(...happened(trial, before))
  }
  let told = ''
  for (const { hours, by, words, command } of script) {
    const atMs = start + hours * hour
    tickTo(atMs)
    const before = trial.entries.length
    const result = trial.send(command, by, atMs)
    const said = result.ok
      ? happened(trial, before).map(line => line.replace(/^day [\d.]+: /, ''))
      : [result.refusal.code]
    const line = `${dayOf(atMs)}: ${words} → ${said.length > 0 ? said.join(', ') : 'taken'}`
    if (line !== told) lines.push(line)
    told = line
  }
  tickTo(start + 40 * day)
  return lines
}

const runs = new Map(stages.map(stage => [stage, run(stage)]))

test('the same script is decided in five different ways', () => {
  expect(new Set([...runs.values()].map(lines => lines.join('\n'))).size).toBe(5)
})

test('and in each it is the right one', () => {
  const paidOn = (stage: Stage) => runs.get(stage)?.find(line => line.includes('paid'))
  expect(paidOn(0)).toContain('day 0: Ada')
  expect(paidOn(1)).toBe('day 3: advice closed, paid, executed')
  expect(paidOn(2)).toBeUndefined()
  expect(runs.get(2)).toContain('day 5.5: Ben of the team vetoes → vetoed')
  expect(paidOn(3)).toBe('day 20: paid, executed')
  expect(runs.get(3)).toContain('day 5.75: Mia of the council pauses → paused')
  expect(paidOn(4)).toBe('day 6: paid, executed')
})

test('docs/loop.md shows exactly this', () => {
  const page = readFileSync(new URL('../../docs/loop.md', import.meta.url), 'utf8')
  const shownRuns = stages.map(
    stage => `${stage} ${stageNames[stage]}\n${(runs.get(stage) ?? []).map(line => `  ${line}`).join('\n')}`,
  )
  expect(page).toContain(`\`\`\`text\n${shownRuns.join('\n\n')}\n\`\`\``)
})
