// Voters who vote alike, as blocs: the same for the same votes, in whatever order they come.
import { bloc, type Leader, leaderFinder } from './leaders.ts'
import { byPower, type Camp, sameBallots } from './same-ballots.ts'
import type { AgreementOptions, Bloc, Vote } from './vote.ts'

/**
 * Largest power first, then by leader. Every voter is in one bloc.
 *
 * 1. Voters with exactly the same ballots, at least `minimumShared` of them, are one camp; any other voter is a camp alone.
 * 2. Camps come by power, then by the id of their leader. Each joins the bloc with whose leading camp it agrees most, if
 *    that is `agreement` or more over `minimumShared` or more proposals (a tie goes to the earlier bloc); else it leads
 *    a bloc of its own.
 *
 * Agreement is with the leader and not along a chain, so that two who disagree are not joined through a third. Only the
 * 1,000 most powerful leaders are compared with, so that a hostile list costs a bounded time. Of two votes of one voter on
 * one proposal the one with more power counts, then the choice that sorts last. No votes: no blocs. RangeError for options
 * out of range or a negative power. After Austgen et al., "DAO Decentralization: Voting-Bloc Entropy, Bribery, and Dark
 * DAOs" (2023), which leaves the clustering open.
 */
export function agreementBlocs(votes: Iterable<Vote>, options: AgreementOptions): Bloc[] {
  const { numerator, denominator } = options.agreement
  const fraction = Number.isInteger(numerator) && Number.isInteger(denominator)
  if (!fraction || !(denominator > 0 && denominator <= 1e6) || numerator < 0 || numerator > denominator) {
    throw new RangeError('Agreement is a fraction of integers, 0 to 1, over at most a million')
  }
  if (!Number.isSafeInteger(options.minimumShared) || options.minimumShared < 1) {
    throw new RangeError('At least one shared proposal is needed')
  }
  const { camps, proposals } = sameBallots(votes, options.minimumShared)
  const leaders: Leader[] = []
  const alone: Camp[] = []
  const find = leaderFinder(leaders, proposals, options)
  for (const camp of camps) {
    // Too few ballots to agree with anybody: never a leader that others must be compared with.
    if (camp.ballots.length < options.minimumShared * 2) {
      alone.push(camp)
      continue
    }
    const leader = find(camp.ballots)
    if (leader === null) leaders.push({ camp, followers: [camp] })
    else leader.followers.push(camp)
  }
  const blocs = [...leaders.map(leader => bloc(leader.followers)), ...alone.map(camp => bloc([camp]))]
  return blocs.sort(byPower)
}
