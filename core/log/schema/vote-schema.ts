// A vote as it stands in the log: while it is open, what one ballot says, and what it came to.
import { z } from 'zod'
import { limits } from '../../limits.ts'
import { groupId } from '../../rule/group.ts'
import { atMs, count, digits, person } from './fields.ts'

const option = z.int().min(0).max(limits.options)

export const ballotPhase = z
  .enum(['advice', 'vote', 'ratify'])
  .describe('Which vote of the decision: its advice, the vote itself, or the one on keeping a pause')

const eligible = z
  .strictObject({
    members: count.describe('How many may vote'),
    weight: digits.describe('What they weigh together'),
  })
  .describe('Who may vote, as of the opening of the decision')

export const openVote = z
  .strictObject({
    group: groupId.describe('Id of the group that votes'),
    opensMs: atMs,
    closesMs: atMs,
    extensions: count.describe('How often the close was put off'),
    eligible,
    jury: z.array(person).max(limits.seats).nullable().describe('Who was drawn; null: the group is no jury'),
    ballots: count.describe('People who have a ballot in it'),
  })
  .describe('The vote that is open now')

const amount = z.strictObject({ ballots: count, weight: digits })

export const voteResult = z
  .strictObject({
    passed: z.boolean(),
    reason: z
      .enum(['passed', 'no_quorum', 'below_threshold', 'tie', 'no_ballots', 'rejected'])
      .describe('Why it passed or not'),
    winner: option.nullable().describe('The one best option; null: none'),
    ranking: z.array(z.array(option).max(limits.options)).max(limits.options).describe('Tiers, best first'),
    scores: z
      .array(z.string().regex(/^-?\d+(\/\d+)?$/))
      .max(limits.options)
      .describe('Of each option, an exact fraction'),
    counted: amount.describe('Ballots that were counted'),
    abstained: amount.describe('Ballots that abstain'),
    invalid: amount.describe('Ballots that count for nothing'),
    taking: digits.describe('Weight that took part, delegated weight included'),
    eligible,
  })
  .describe('What the vote came to')
