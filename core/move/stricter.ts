// The stricter of two rules about the same people, part by part, for a move that touches classes under both.
import type { Process, Rule } from '../rule/rule.ts'
import { compareRationals } from '../voting/rational.ts'
import { shareOf, type VoteRule } from '../voting/vote-rule.ts'

/** Longer windows, higher quorums and thresholds, more approvals, fewer heads to stop it; the first rule's groups. */
export function stricter(a: Rule, b: Rule): Rule {
  return {
    ...a,
    advise: a.advise && b.advise ? adviceOf(a.advise, b.advise) : (a.advise ?? b.advise),
    decide: { group: a.decide.group, process: stricterProcess(a.decide.process, b.decide.process) },
    veto: a.veto && b.veto ? easierVeto(a.veto, b.veto) : a.veto,
    pause: a.pause && b.pause ? { ...a.pause, needs: Math.min(a.pause.needs, b.pause.needs) } : a.pause,
    delayMs: Math.max(a.delayMs, b.delayMs),
  }
}

type Advice = NonNullable<Rule['advise']>
type Veto = NonNullable<Rule['veto']>

const adviceOf = (a: Advice, b: Advice): Advice => ({
  ...a,
  windowMs: Math.max(a.windowMs, b.windowMs),
  vote: stricterVote(a.vote, b.vote),
  answerMs: Math.max(a.answerMs, b.answerMs),
})

const easierVeto = (a: Veto, b: Veto): Veto => ({
  ...a,
  windowMs: Math.max(a.windowMs, b.windowMs),
  needs: Math.min(a.needs, b.needs),
})

const rank = { some: 0, consent: 1, vote: 2 } as const

function stricterProcess(a: Process, b: Process): Process {
  const windowMs = Math.max(a.windowMs, b.windowMs)
  if (a.kind === 'vote' && b.kind === 'vote') return { ...a, windowMs, vote: stricterVote(a.vote, b.vote) }
  if (a.kind === 'some' && b.kind === 'some') return { ...a, windowMs, of: Math.max(a.of, b.of) }
  if (a.kind === 'consent' && b.kind === 'consent') {
    return { ...a, windowMs, objections: Math.min(a.objections, b.objections) }
  }
  return { ...(rank[a.kind] >= rank[b.kind] ? a : b), windowMs }
}

/** The method is the first one's; an extension stays where either has one. */
export function stricterVote(a: VoteRule, b: VoteRule): VoteRule {
  const higher = compareRationals(shareOf(b.threshold), shareOf(a.threshold))
  const reach = higher === 0 && b.reach === 'more-than' ? 'more-than' : higher > 0 ? b.reach : a.reach
  return {
    ...a,
    quorum: compareRationals(shareOf(b.quorum), shareOf(a.quorum)) > 0 ? b.quorum : a.quorum,
    threshold: higher > 0 ? b.threshold : a.threshold,
    reach,
    earlyClose: a.earlyClose && b.earlyClose,
    extension: a.extension ?? b.extension,
  }
}
