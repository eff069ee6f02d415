// The units and surfaces that are looked for where no charter says them: the five that most organizations begin with.
import type { Source, Surface } from './charter.ts'

export interface DefaultSurface {
  readonly id: string
  readonly name: string
  readonly kinds: readonly string[]
  readonly necessary?: boolean
  readonly decides?: Surface['decides']
  readonly blocks?: boolean
  /** Each source is a surface of its own: amounts of two tokens cannot be added. */
  readonly perSource?: boolean
}

export interface DefaultUnit {
  readonly id: string
  readonly name: string
  readonly surfaces: readonly DefaultSurface[]
}

export const defaultUnits: readonly DefaultUnit[] = [
  { id: 'core-team', name: 'Core team', surfaces: [] },
  {
    id: 'contributors',
    name: 'External contributors',
    surfaces: [
      { id: 'proposes', name: 'Who proposes changes', kinds: ['pull.opened'] },
      { id: 'writes', name: 'Who writes in the forum', kinds: ['post.written'] },
      {
        id: 'voices',
        name: 'Who raises and discusses issues',
        kinds: ['issue.opened', 'comment.made'],
        necessary: false,
      },
    ],
  },
  {
    id: 'technology',
    name: 'Technology',
    surfaces: [
      { id: 'ships', name: 'What ships', kinds: ['commit.authored', 'commit.coauthored'] },
      { id: 'approves', name: 'Who approves', kinds: ['commit.approved', 'review.approved'] },
      { id: 'merges', name: 'Who merges', kinds: ['pull.merged', 'commit.merged'] },
      {
        id: 'keys',
        name: 'Keys, domains and hosting',
        kinds: ['key.held', 'domain.held', 'host.run'],
        decides: 'threshold',
      },
      { id: 'nodes', name: 'Who runs nodes', kinds: ['node.run'] },
      { id: 'override', name: 'Who can override', kinds: ['override.held'], decides: 'override' },
    ],
  },
  {
    id: 'finance',
    name: 'Finance',
    surfaces: [
      {
        id: 'signs',
        name: 'Who signs for the treasury',
        kinds: ['signer.held'],
        decides: 'threshold',
        blocks: true,
      },
      { id: 'pays', name: 'Who pays', kinds: ['payment.made'] },
      { id: 'paid', name: 'Who is paid', kinds: ['payment.received'], necessary: false },
      { id: 'holds', name: 'Who holds', kinds: ['balance.held'], perSource: true },
    ],
  },
  {
    id: 'processes',
    name: 'Internal processes',
    surfaces: [
      { id: 'votes', name: 'Exercised votes', kinds: ['vote.cast'] },
      { id: 'proposes', name: 'Who proposes', kinds: ['proposal.created'], necessary: false },
    ],
  },
]

const commits = ['commit.authored', 'commit.coauthored', 'commit.merged', 'commit.approved']

/** What each kind of source can tell; a table tells what its mapping says. */
export const kindsOfSource: Readonly<Record<Source['kind'], readonly string[]>> = {
  git: commits,
  'git-log': commits,
  github: [
    'pull.opened',
    'pull.merged',
    'pull.closed',
    'issue.opened',
    'review.approved',
    'review.submitted',
    'comment.made',
  ],
  snapshot: ['proposal.created', 'vote.cast'],
  governor: ['proposal.created', 'proposal.queued', 'proposal.executed', 'proposal.canceled', 'vote.cast'],
  holders: ['balance.held'],
  payments: ['payment.made', 'payment.received'],
  operators: ['node.run', 'key.held', 'domain.held', 'host.run', 'signer.held', 'override.held'],
  table: [],
  log: [
    'decision.made',
    'vote.cast',
    'decision.vetoed',
    'decision.paused',
    'rule.changed',
    'gate.overridden',
    'payment.sent',
    'content.published',
    'content.removed',
    'content.restored',
    'member.admitted',
    'member.dismissed',
    'role.granted',
    'role.revoked',
  ],
}
