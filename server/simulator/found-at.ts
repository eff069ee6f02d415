// In which organization a well hidden bug was found last: it is looked for there first, and in all the others after that.

/** By the bug's name. Stale, it costs time and nothing else. */
export const foundAt: Readonly<Record<string, number>> = {
  'who may vote is read when the vote opens and not when the decision did': 431,
  'another alternative than the winner is carried out': 236,
  'a last-minute quorum puts nothing off': 156,
  'a ballot is sent a second time': 140,
  'a move undoes another one that came between': 53,
  'a ballot weighs what its caster has now': 47,
  'what is refused is refused on old news': 45,
  'an objection too many is passed over': 25,
  'whoever leads has won': 23,
  'a decision is paused again and again': 20,
}
