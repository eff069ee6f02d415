// The script of docs/cli.md, run by the command line against a real server in five units, one at each stage: the same words,
// five processes. The page shows what came of it, and this holds it to that.
import { readFileSync } from 'node:fs'
import { presetRule, stageNames } from '@equalizer/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DoorServer, type Environment, openDoorServer } from './door/testing.ts'

const day = 86_400_000
const page = readFileSync(new URL('../docs/cli.md', import.meta.url), 'utf8')
const section = page.slice(page.indexOf('## One script, five stages'))
const script = /```sh\n([\s\S]*?)```/.exec(section)?.[1] ?? ''

interface Line {
  readonly days: number
  readonly who: string
  readonly words: readonly string[]
}

/** `# day 1, Ben of the community`, and under it what he types. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let said = { days: 0, who: '' }
  for (const line of text.replaceAll(/ \\\n\s*/g, ' ').split('\n')) {
    const [, days, who] = /^# day ([\d.]+), (\w+) /.exec(line) ?? []
    if (days !== undefined && who !== undefined) said = { days: Number(days), who }
    const [, command] = /^equalizer (.+)$/.exec(line) ?? []
    if (command === undefined) continue
    const words = [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word)
    lines.push({ ...said, words })
  }
  return lines
}

let desk: DoorServer
const people = new Map<string, Environment>()
beforeAll(async () => {
  desk = await openDoorServer(Date.parse('2026-02-22T12:00:00Z'), stageNames)
  for (const name of ['Ada', 'Ben', 'Cyd', 'Dan']) people.set(name, await desk.addMember(name))
  await desk.said(desk.steward, 'act', 'charter.grant_role', 'person=Ada', 'role=steward')
  await electDan()
  await fund()
  for (const stage of stageNames) await desk.said(desk.steward, 'move', stage, '--stage', stage)
})
afterAll(() => desk?.close())

/** The council is elected by the community, by a class of its own. */
async function electDan(): Promise<void> {
  const rules = JSON.parse(await desk.said(desk.steward, 'rules', 'organization', '--json'))
  const groups = { center: 'team', edge: 'community', council: 'council' }
  const elections = {
    id: 'elections',
    name: 'Elections',
    filter: { acts: ['charter.elect'] },
    consequence: 300,
  }
  const classes = JSON.stringify([{ ...elections, rule: presetRule(4, groups) }, ...rules.classes])
  const move = ['act', 'rule.move', '--unit', 'organization', 'unit=organization', `classes=${classes}`]
  expect(await desk.said(desk.steward, ...move)).toBe('executed')
  const ben = people.get('Ben') as Environment
  await desk.said(ben, 'act', 'charter.elect', 'group=council', 'candidates=Cyd,Dan')
  for (const [, env] of people) await desk.said(env, 'vote', 'D-1', 'Dan')
  await desk.wait(7 * day)
}

async function fund(): Promise<void> {
  const ada = desk.steward
  await desk.said(ada, 'act', 'treasury.declare_currency', 'currency=EUR', 'decimals=2')
  for (const unit of stageNames) {
    const account = [`account=${unit}`, 'currency=EUR']
    await desk.said(ada, 'act', 'treasury.open_account', '--unit', unit, ...account, `name=${unit}`)
    const from = ['from.kind=customer', 'from.name=Bigg', 'amount=1000000']
    await desk.said(ada, 'act', 'treasury.receive', '--unit', unit, ...account, ...from)
  }
}

/** What each stage printed, line by line of the script; the five run side by side in time. */
async function run(): Promise<Map<string, string[]>> {
  const printed = new Map<string, string[]>(stageNames.map(stage => [stage, []]))
  const decisions = new Map<string, string>()
  let days = 0
  for (const line of linesOf(script)) {
    await desk.wait((line.days - days) * day)
    days = line.days
    for (const [stage, lines] of printed) {
      const id = decisions.get(stage)
      // At Team nothing was opened in which anybody could take part.
      if (id === undefined && line.words.includes('$D')) continue
      const words = line.words.map(word => word.replaceAll('$UNIT', stage).replaceAll('$D', id ?? ''))
      const { code, out, err } = await desk.run(people.get(line.who) as Environment, ...words)
      const opened = /^decision (D-\d+) opened/.exec(out)?.[1]
      if (opened !== undefined) decisions.set(stage, opened)
      const said = code === 0 ? out : `${err.replace('equalizer: ', '')}exit code ${code}`
      lines.push(
        `day ${line.days}, ${line.who} ${words[0]}`,
        ...said
          .trimEnd()
          .split('\n')
          .map(one => `  ${one}`),
      )
    }
  }
  return printed
}

test('the same script is decided in five different ways, and the page shows them', async () => {
  const printed = await run()
  const shown = [...printed].map(([stage, lines]) => [`== ${stage}`, ...lines].join('\n'))
  const withoutNames = shown.map(text => text.replaceAll(new RegExp(stageNames.join('|'), 'gi'), ''))
  expect(new Set(withoutNames.map(text => text.replaceAll(/D-\d+/g, 'D'))).size).toBe(5)
  const balances = JSON.parse(await desk.said(desk.steward, 'view', 'treasury.balances', '--json'))
  const left = new Map(
    balances.map((row: Record<string, string>) => [row.account, row.amount ?? row.balance]),
  )
  const paid = stageNames.map(stage => left.get(stage) === '600000')
  expect(paid).toEqual([true, true, false, true, true])
  expect(section).toContain(`\`\`\`text\n${shown.join('\n\n')}\n\`\`\``)
})
