// Acts of every capability made up from a seed: few ids and small amounts, so that they meet and get in each other's way.
import {
  type AskedAct,
  type DecisionState,
  presetRule,
  type Rule,
  type Rules,
  stageOf,
} from '@equalizer/core'
import type { Random } from '@equalizer/testkit'
import {
  chance,
  day,
  everywhere,
  hour,
  people,
  randomClasses,
  randomGroup,
  randomRule,
  units,
} from './random-rules.ts'

/** A payload as JSON would bring it. */
const json = (value: object): AskedAct['payload'] => JSON.parse(JSON.stringify(value))

const accounts = ['ops', 'grants', 'ops', 'grants', 'float'] as const
const amountOf = (random: Random) => String(random.whole(1, chance(random, 0.3) ? 900 : 90))
const party = { kind: 'vendor', name: 'Lamp & Sons' }

function treasury(random: Random): [type: string, payload: object] {
  const [from, to] = [random.pick(accounts), random.pick(accounts)]
  const [amount, currency] = [amountOf(random), chance(random, 0.95) ? 'EUR' : 'GOV']
  const account = from
  const allocation = random.pick(['monthly', 'yearly'])
  const acts: readonly [string, object][] = [
    ['pay', { account, to: party, amount, currency, purpose: 'Lamps' }],
    ['pay', { account, to: party, amount, currency, purpose: 'Lamps' }],
    ['pay', { account, to: party, amount, currency, purpose: 'Lamps' }],
    ['receive', { account, from: party, amount, currency }],
    ['move', { from, to, amount, currency }],
    ['set_budget', { account, amount: '700', currency, period: 'month' }],
    ['lift_budget', { account }],
    ['allocate', { allocation, from, to, amount, currency, every: 'month' }],
    ['run_allocation', { allocation }],
    ['open_account', { account, name: account, currency }],
    ['close_account', { account }],
  ]
  const [type, payload] = random.pick(acts)
  return [`treasury.${type}`, payload]
}

function curation(random: Random): [type: string, payload: object] {
  const item = random.pick(['lamps', 'chairs'])
  const content = { item, title: item, link: { kind: 'url', url: `https://example.org/${item}` } }
  const reason = 'Because'
  const acts: readonly [string, object][] = [
    ['recommend', content],
    ['publish', content],
    ['remove', { item, reason }],
    ['appeal', { item, reason }],
  ]
  const [type, payload] = random.pick(acts)
  return [`curation.${type}`, payload]
}

function lending(random: Random): [type: string, payload: object] {
  const tool = random.pick(['drill', 'saw'])
  const acts: readonly [string, object][] = [
    ['add', { tool, name: tool }],
    ['lend', { tool, to: random.pick(people), days: 3 }],
    ['take_back', { tool }],
  ]
  const [type, payload] = random.pick(acts)
  return [`lending.${type}`, payload]
}

function charter(random: Random): [type: string, payload: object] {
  const person = random.pick(people)
  const key = random.pick(['asset:GOV', 'score:work'])
  const some = people.filter(() => chance(random, 0.3))
  const standings = [...new Set([...some, person])].map(one => ({
    person: one,
    amount: String(random.whole(0, 100)),
  }))
  const candidates = people.filter(() => chance(random, 0.4))
  const acts: readonly [string, object][] = [
    ['admit', { person }],
    ['dismiss', { person }],
    ['grant_role', { person, role: 'lead' }],
    ['revoke_role', { person, role: random.pick(['lead', 'steward']) }],
    ['record_standings', { key, standings }],
    ['record_standings', { key, standings }],
    ['elect', { group: 'council', candidates: candidates.length > 0 ? candidates : [person] }],
  ]
  const [type, payload] = random.pick(acts)
  return [`charter.${type}`, payload]
}

const ofUnit = { finance: treasury, content: curation, tools: lending, organization: charter } as const

export function randomAct(random: Random): AskedAct {
  const unit = random.pick([...everywhere, 'organization'] as const)
  const from = chance(random, 0.93) ? unit : random.pick(everywhere)
  const [type, payload] = ofUnit[from](random)
  const amount = amountOf(random)
  const alternatives = type === 'treasury.pay' && chance(random, 0.2) ? [{ ...payload, amount }] : []
  return {
    type,
    unit,
    payload: json(payload),
    ...(alternatives.length > 0 ? { alternatives: alternatives.map(json) } : {}),
  }
}

/** Forward, back and sideways, whole lists and one class, groups and gates. */
/** `again`: where a move is open already; a second one is made against the same rules. */
export function randomMove(random: Random, rules: Rules, again?: string): AskedAct {
  const unit = again ?? random.pick(chance(random, 0.2) ? everywhere : units)
  const override = chance(random, 0.6) ? { override: 'We are ready' } : {}
  switch (
    again
      ? 'bend'
      : random.pick(['move', 'move', 'raise', 'raise', 'bend', 'bend', 'group', 'group', 'gates', 'remove'])
  ) {
    case 'group':
      return {
        type: 'rule.set_group',
        unit: 'organization',
        payload: json({ group: randomGroup(random), ...override }),
      }
    case 'remove':
      return {
        type: 'rule.remove_group',
        unit: 'organization',
        payload: { group: random.pick(['pod', 'jury']) },
      }
    case 'gates': {
      const gates = [{ stage: random.pick([2, 3]), measure: 'position', atLeast: random.pick([20, 80]) }]
      return { type: 'rule.set_gates', unit, payload: json({ unit, gates }) }
    }
    case 'raise': {
      const classes = (rules.units[unit]?.classes ?? []).map(one => ({
        ...one,
        rule: raised(one.rule, rules),
      }))
      const raise = { unit, classes: classes.length > 0 ? classes : randomClasses(random) }
      return { type: 'rule.move', unit, payload: json(raise) }
    }
    case 'bend': {
      const classes = rules.units[unit]?.classes ?? []
      const at = random.whole(0, Math.max(0, classes.length - 1))
      const bent = classes.map((one, i) => (i === at ? { ...one, ...bend(random, one) } : one))
      return {
        type: 'rule.move',
        unit,
        payload: json({ unit, classes: bent.length > 0 ? bent : randomClasses(random), ...override }),
      }
    }
    default:
      return { type: 'rule.move', unit, payload: json({ unit, classes: randomClasses(random), ...override }) }
  }
}

/** One or two stages up, for the same people. */
function raised(rule: Rule, { groups }: Rules): Rule {
  const { center, edge } = rule
  const { stage } = stageOf(rule, groups)
  const next = stage < 2 ? 2 : stage === 2 ? 3 : 4
  return presetRule(
    next,
    { center, edge, council: 'council' },
    { voteMs: day, vetoMs: 6 * hour, delayMs: hour },
  )
}

type Class = Rules['units'][string]['classes'][number]

function bend(random: Random, { rule }: Class): Partial<Class> {
  const { process } = rule.decide
  switch (random.pick(['stage', 'stage', 'window', 'veto', 'name', 'consequence', 'consequence'])) {
    case 'stage':
      return {
        rule: {
          ...randomRule(random, random.pick([0, 1, 2, 3, 4] as const)),
          center: rule.center,
          edge: rule.edge,
        } as Class['rule'],
      }
    case 'window':
      return {
        rule: {
          ...rule,
          decide: { ...rule.decide, process: { ...process, windowMs: process.windowMs + 60_000 } },
        },
      }
    case 'veto':
      return { rule: { ...rule, veto: rule.veto ? null : { group: 'team', windowMs: 3_600_000, needs: 1 } } }
    case 'name':
      return { name: 'Another name' }
    default:
      return { consequence: random.whole(1, 100) }
  }
}

/** Something that its method takes, most of the time. */
export function randomChoice(
  random: Random,
  { options, rule }: Pick<DecisionState, 'options' | 'rule'>,
  method: string,
) {
  const last = options.length - 1
  const option = () => random.whole(0, chance(random, 0.95) ? last : options.length)
  if (chance(random, 0.1)) return null
  if (method === 'single-choice') return chance(random, 0.6) ? 0 : option()
  if (['weighted', 'quadratic', 'score'].includes(method)) {
    const most =
      method === 'score' && rule.decide.process.kind === 'vote' ? (rule.decide.process.vote.scoreMax ?? 5) : 5
    return Object.fromEntries(options.map((_, i) => [String(i), random.whole(0, most)]))
  }
  const all = options.map((_, i) => i).filter(() => chance(random, 0.7))
  return chance(random, 0.5) ? all : all.reverse()
}
