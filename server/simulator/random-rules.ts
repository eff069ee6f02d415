// Rules, classes and groups made up from a seed: presets of all stages, bent in every part that a rule has.
import {
  type DecisionClass,
  type Group,
  methods,
  organizationUnit,
  presetRule,
  type Rule,
  type Stage,
  type VoteRule,
} from '@equalizer/core'
import type { Random } from '@equalizer/testkit'

export const hour = 3_600_000
export const day = 24 * hour
export const units = ['finance', 'content', 'tools'] as const
export const everywhere = [...units, organizationUnit] as const

/** Stewards first; the last two are admitted only by chance. */
export const people = Array.from({ length: 10 }, (_, i) => `p-sim${i}`)
export const stewards = people.slice(0, 2)
export const firstMembers = people.slice(0, 8)

const centers = ['team', 'team', 'leads'] as const
const edges = ['community', 'community', 'holders', 'makers'] as const
const bodies = ['council', 'council', 'jury'] as const

export const chance = (random: Random, of: number): boolean => random.next() < of

export function randomVote(random: Random, free = true): VoteRule {
  const method = !free || chance(random, 0.6) ? 'single-choice' : random.pick(methods)
  const weighs = !['quadratic', 'schulze', 'copeland'].includes(method)
  return {
    method,
    quorum: random.pick(['0/1', '1/5', '1/2', '2/3']),
    abstentionsCount: chance(random, 0.5),
    threshold: random.pick(['1/2', '1/2', '2/3', '1/3']),
    reach: random.pick(['more-than', 'at-least']),
    thresholdOf: weighs ? random.pick(['counted', 'counted', 'present', 'eligible']) : 'counted',
    ...(method === 'score' && chance(random, 0.5) ? { scoreMax: 5 } : {}),
    earlyClose: chance(random, 0.3),
    extension: chance(random, 0.3) ? { lastMs: hour, byMs: 2 * hour, atMost: 2 } : null,
  }
}

function randomProcess(random: Random): Rule['decide']['process'] {
  const windowMs = random.pick([hour, 6 * hour, day])
  switch (random.pick(['some', 'consent', 'vote', 'vote'])) {
    case 'some':
      return { kind: 'some', of: random.whole(1, 3), windowMs }
    case 'consent':
      return { kind: 'consent', windowMs, objections: random.whole(1, 2) }
    default:
      return { kind: 'vote', windowMs, vote: randomVote(random) }
  }
}

export function randomRule(random: Random, stage: Stage): Rule {
  const groups = { center: random.pick(centers), edge: random.pick(edges), council: random.pick(bodies) }
  const spans = { adviceMs: 6 * hour, answerMs: day, voteMs: day, vetoMs: 6 * hour, delayMs: hour }
  const rule = presetRule(stage, groups, { ...spans, pauseMs: 2 * day, expiresMs: 5 * day })
  const bent = { ...rule, ...(chance(random, 0.2) ? { delayMs: random.pick([0, hour, day]) } : {}) }
  return withParts(random, groups, bent)
}

function withParts(random: Random, groups: { edge: string; council: string }, rule: Rule): Rule {
  const { edge, council } = groups
  const decider = chance(random, 0.1)
    ? random.pick(['jury', 'council', 'leads', 'pod', edge])
    : rule.decide.group
  const process = chance(random, 0.4) ? randomProcess(random) : rule.decide.process
  const vote =
    process.kind === 'vote' && chance(random, 0.5) ? { ...process, vote: randomVote(random) } : process
  const advise = { group: edge, windowMs: 6 * hour, vote: randomVote(random, false), answerMs: day }
  const veto = {
    group: random.pick(['team', 'pod', 'council']),
    windowMs: 6 * hour,
    needs: random.whole(1, 2),
  }
  const pause = { group: council, needs: chance(random, 0.8) ? 1 : 2, lapsesMs: day, ratifiedBy: edge }
  const drop = <T>(part: T | null): T | null => (chance(random, 0.05) ? null : part)
  return {
    ...rule,
    decide: { group: decider, process: vote },
    advise: chance(random, 0.1) ? advise : drop(rule.advise),
    veto: chance(random, 0.15) ? veto : drop(rule.veto),
    pause: chance(random, 0.3) ? { ...pause, vote: randomVote(random, false) } : drop(rule.pause),
  }
}

const stages: readonly Stage[] = [0, 0, 1, 2, 2, 3, 3, 4]

export function randomClasses(random: Random, stage?: Stage): DecisionClass[] {
  const made = (id: string, acts: string[], where: DecisionClass['filter']['where'] = []): DecisionClass => ({
    id,
    name: id,
    filter: { acts, where },
    consequence: random.whole(1, 100),
    rule: randomRule(random, stage ?? random.pick(stages)),
  })
  const classes = [made('everything', ['*'])]
  if (chance(random, 0.3)) classes.unshift(made('money', ['treasury.*', 'curation.publish']))
  if (chance(random, 0.4))
    classes.unshift(made('large', ['treasury.pay'], [{ field: 'amount', moreThan: '500' }]))
  return classes
}

/** By which a council can be elected, whatever else holds. */
export function elections(random: Random): DecisionClass {
  const process = {
    kind: 'vote',
    windowMs: hour,
    vote: { ...randomVote(random, false), method: 'approval' },
  } as const
  const rule = presetRule(3, { center: 'team', edge: 'community', council: 'council' })
  const decide = { group: 'community', process: { ...process, vote: { ...process.vote, quorum: '0/1' } } }
  return {
    id: 'elections',
    name: 'Elections',
    filter: { acts: ['charter.elect'], where: [] },
    consequence: 10,
    rule: { ...rule, propose: 'community', decide, pause: null, delayMs: 0 },
  }
}

/** Who belongs and what they hold goes on changing while others decide. */
export function personnel(): DecisionClass {
  const types = ['record_standings', 'admit', 'dismiss', 'grant_role', 'revoke_role']
  return {
    id: 'people',
    name: 'People',
    filter: { acts: types.map(type => `charter.${type}`), where: [] },
    consequence: 10,
    rule: presetRule(0, { center: 'team', edge: 'community', council: 'council' }),
  }
}

const byPerson = { by: 'person' } as const

export function randomGroup(random: Random): Group {
  const listed = people.filter(() => chance(random, 0.3))
  const made: readonly Group[] = [
    { id: 'pod', name: 'Pod', kind: 'listed', members: listed, weight: byPerson },
    { id: 'leads', name: 'Leads', kind: 'role', role: 'lead', weight: byPerson },
    {
      id: 'holders',
      name: 'Holders',
      kind: 'balance',
      asset: 'GOV',
      atLeast: random.pick(['1', '40']),
      weight: random.pick([
        { by: 'token', asset: 'GOV' } as const,
        { by: 'square-root', asset: 'GOV' } as const,
      ]),
    },
    {
      id: 'makers',
      name: 'Makers',
      kind: 'score',
      score: 'work',
      atLeast: '1',
      weight: random.pick([{ by: 'reputation', score: 'work' } as const, byPerson]),
    },
    { id: 'jury', name: 'Jury', kind: 'jury', size: random.whole(1, 4), pool: 'community', weight: byPerson },
  ]
  return random.pick(made)
}

/** One of each, so that rules can name them. */
export function firstGroups(random: Random): Group[] {
  const found = new Map<string, Group>()
  for (let i = 0; i < 100 && found.size < 5; i += 1) {
    const group = randomGroup(random)
    if (!found.has(group.id)) found.set(group.id, group)
  }
  return [...found.values()]
}
