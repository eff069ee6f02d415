// Whether a change of the rules was for these people to decide: asked of acts that would be decided otherwise afterwards.
import type { DecisionClass, Group, Payload, Rule, Rules } from '@equalizer/core'
import { insist } from './insist.ts'
import { classesFor, classFor, type Deed, stageFor } from './stage.ts'

interface Touched {
  readonly from: DecisionClass
  readonly to: DecisionClass
  readonly fell: boolean
  readonly rose: boolean
  readonly stage: number
  readonly after: number
}

const deeds: readonly Omit<Deed, 'unit'>[] = [
  ...['1', '500', '501', '9000'].map(amount => ({ type: 'treasury.pay', payload: { amount } })),
  ...['treasury.move', 'curation.publish', 'lending.lend', 'charter.elect', 'charter.admit'].map(type => ({
    type,
    payload: {},
  })),
]

/** The rules as they would be, by the payload alone. */
export function rulesAfter(rules: Rules, type: string, payload: Payload): Rules {
  if (type === 'rule.set_group') {
    const group = payload.group as unknown as Group
    return { ...rules, groups: { ...rules.groups, [group.id]: group } }
  }
  if (type !== 'rule.move') return rules
  const unit = String(payload.unit)
  const before = rules.units[unit] ?? { version: 0, classes: [], gates: [] }
  const classes = payload.classes as unknown as DecisionClass[]
  return { ...rules, units: { ...rules.units, [unit]: { ...before, classes } } }
}

const said = ({ filter: _, ...rest }: DecisionClass): string => JSON.stringify(sorted(rest))

export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map(key => [key, sorted((value as Record<string, unknown>)[key])]))
}

/** Pairs of classes between which acts go, where anything about how they are decided changes. */
export function touchedBy(rules: Rules, type: string, payload: Payload): Touched[] {
  const after = rulesAfter(rules, type, payload)
  const units = type === 'rule.move' ? [String(payload.unit)] : Object.keys(rules.units)
  return units.flatMap(unit =>
    deeds.flatMap(deed => {
      const [from, to] = [classFor(rules, { ...deed, unit }), classFor(after, { ...deed, unit })]
      const [stage, now] = [stageFor(from.rule, rules.groups), stageFor(to.rule, after.groups)]
      const same = said(from) === said(to) && stage === now
      return same ? [] : [{ from, to, fell: now < stage, rose: now > stage, stage, after: now }]
    }),
  )
}

/**
 * `rule` is the one that the log decided it by. Each of these must hold for every kind of act that is touched; where the log has
 * both sides agree, the edge votes and the center may veto.
 */
export function insistOnDeciders(
  rules: Rules,
  type: string,
  payload: Payload,
  rule: Rule,
  what: string,
): void {
  const { decide, veto } = rule
  const isVote = decide.process.kind === 'vote'
  for (const { from, fell, rose, stage } of touchedBy(rules, type, payload)) {
    const { center, edge, advise, change } = from.rule
    const bothAgree = isVote && decide.group === edge && veto?.group === center
    insist(rule.delayMs >= from.rule.delayMs, `${what} does not wait out the delay of ${from.id}`)
    if (fell && stage === 1)
      insist(
        isVote && [advise?.group, edge].includes(decide.group),
        `${what} takes advice away without those who give it`,
      )
    if (fell && stage > 1)
      insist(isVote && decide.group === edge, `${what} takes from the edge without its vote`)
    if (rose && stage < 2)
      insist(decide.group === from.rule.decide.group || bothAgree, `${what} gives away what others hold`)
    if (rose && stage === 2) {
      const held = from.rule.veto?.group
      const agrees = held === undefined || decide.group === held || veto?.group === held || bothAgree
      insist(agrees, `${what} does away with a veto without asking who has it`)
    }
    if (rose && stage === 3)
      insist(isVote && decide.group === edge, `${what} binds the edge without its vote`)
    if (!fell && !rose && stage > 1 && change)
      insist(
        (isVote && decide.group === change.group) || bothAgree,
        `${what} is not decided as the rule reserves it`,
      )
    if (!fell && !rose && !change)
      insist(decide.group === from.rule.decide.group || isVote, `${what} is for others to decide`)
    if (stage === 4) insist(isSuper(rule), `${what} changes an autonomous rule by less than two thirds`)
  }
}

function isSuper({ decide: { process } }: Rule): boolean {
  if (process.kind !== 'vote') return false
  const [over = 0, under = 1] = process.vote.threshold.split('/').map(Number)
  return over * 3 >= under * 2 && !process.vote.quorum.startsWith('0/')
}

/** Everybody whose group it is in some rule: by name, or because another group is elected by or drawn from it. */
function naming({ units, groups }: Rules, id: string): DecisionClass[] {
  const behind = (name: string | undefined): string[] => {
    const line: string[] = []
    for (let at = name; at !== undefined && !line.includes(at); ) {
      line.push(at)
      const group: Group | undefined = groups[at]
      at = group?.kind === 'council' ? group.electedBy : group?.kind === 'jury' ? group.pool : undefined
    }
    return line
  }
  return Object.values(units).flatMap(({ classes }) =>
    classes.filter(({ rule: { propose, advise, decide, veto, pause, change } }) =>
      [
        propose,
        advise?.group,
        decide.group,
        veto?.group,
        pause?.group,
        pause?.ratifiedBy,
        change?.group,
      ].some(name => behind(name).includes(id)),
    ),
  )
}

/** A group that rules name, and whose change moves no stage, is for those to change who change the highest of these rules. */
export function highestNaming(rules: Rules, payload: Payload): DecisionClass[] {
  const { id } = payload.group as unknown as Group
  const all = naming(rules, id).map(one => ({ one, stage: stageFor(one.rule, rules.groups) }))
  const highest = Math.max(...all.map(({ stage }) => stage))
  const top = all.filter(({ stage }) => stage === highest).map(({ one }) => one)
  const most = Math.max(...top.map(({ consequence }) => consequence))
  return top.filter(({ consequence }) => consequence === most)
}

export function insistOnGroupDeciders(rules: Rules, payload: Payload, rule: Rule, what: string): void {
  if (touchedBy(rules, 'rule.set_group', payload).length > 0) return
  const highest = highestNaming(rules, payload)
  if (highest.length === 0) return
  const meant = highest.map(one => {
    const { decide, change } = one.rule
    return stageFor(one.rule, rules.groups) > 1 && change ? change.group : decide.group
  })
  // Or the edge as a whole, where those who decide would be changing themselves.
  const byEdge =
    rule.decide.process.kind === 'vote' && highest.some(one => one.rule.edge === rule.decide.group)
  insist(
    byEdge || meant.includes(rule.decide.group),
    `${what} changes a group that ${meant.join(' or ')} decides about`,
  )
}

/** At once only where one of those who decide does by themselves what nobody else has a part in. */
export function insistAtOnce(
  rules: Rules,
  type: string,
  payload: Payload,
  isDecider: (rule: Rule) => boolean,
): void {
  const all = touchedBy(rules, type, payload)
  for (const { from, fell, rose, stage } of all) {
    insist(!fell && !(rose && stage > 1), `${type} moves ${from.id} at once`)
    insist(
      isAlone(from.rule) && isDecider(from.rule),
      `${type} changes ${from.id} at once, which others decide`,
    )
  }
  if (all.length > 0) return
  const highest = type === 'rule.set_group' ? highestNaming(rules, payload) : []
  if (highest.length > 0) {
    const alone = highest.some(({ rule }) => isAlone(rule) && isDecider(rule))
    insist(alone, `${type} changes at once a group that others decide about`)
  }
  const unit = type === 'rule.set_gates' || type === 'rule.move' ? String(payload.unit) : 'organization'
  const classes = classesFor(rules, unit)
  const one = classes.some(({ rule }) => isAlone(rule) && isDecider(rule))
  const naming = Object.values(rules.units).some(({ classes: some }) =>
    some.some(({ rule }) => isAlone(rule) && isDecider(rule)),
  )
  insist(one || naming, `${type} is done at once by who decides nothing`)
}

function isAlone({ advise, veto, delayMs, decide: { process } }: Rule): boolean {
  return advise === null && veto === null && delayMs === 0 && process.kind === 'some' && process.of === 1
}

/** Every gate on the way up was proven, or set aside with a published reason. */
export function insistOnGates(
  rules: Rules,
  payload: Payload,
  event: Payload,
  measure: (unit: string) => { readonly score: number | null; readonly proven: boolean } | null,
): void {
  const unit = String(payload.unit)
  for (const { stage, after, rose } of touchedBy(rules, 'rule.move', payload)) {
    if (!rose) continue
    for (const gate of rules.units[unit]?.gates ?? []) {
      if (gate.stage <= stage || gate.stage > after) continue
      const found = measure(unit)
      const holds = found?.proven && found.score !== null && found.score >= gate.atLeast
      insist(
        holds || (event.override !== undefined && payload.override !== undefined),
        `${unit} moves past a gate`,
      )
    }
  }
}
