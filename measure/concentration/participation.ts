// Participation: the part of what could have been exercised that was.

/**
 * 0 to 1, of weight or of heads. Higher = less concentrated in those who turn up. Source: turnout as CHAOSS and DAO
 * studies count it. Nothing eligible, a negative number, or more exercised than eligible (then one of the two is wrong):
 * null. Nothing exercised: 0, which is known. Huge: exact, rounded once.
 */
export function participation(exercised: bigint, eligible: bigint): number | null {
  if (eligible <= 0n || exercised < 0n || exercised > eligible) return null
  return Number((exercised << 64n) / eligible) / 2 ** 64
}
