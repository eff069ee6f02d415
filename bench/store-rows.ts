// Observations for the store's benchmarks, the same every time, and their storing as an import does it.
import type { Observation } from '@equalizer/measure'
import { copyObservations, observationColumns, observationRow, type Store } from '@equalizer/server'

/** As the jobs store them. */
export const batch = 500
export const organization = 'bench'
export const kinds = ['commit.authored', 'commit.committed', 'review.given', 'issue.opened']

/** The same every time: few who do much, ten years, subjects and paths as long as real ones. */
export function observation(at: number): Observation {
  const turn = Math.imul(at + 1, 2_654_435_761) >>> 0
  const who = Math.floor((turn / 2 ** 32) ** 3 * 5_000)
  return {
    id: turn.toString(16).padStart(8, '0').repeat(4),
    source: 'git',
    kind: kinds[turn % kinds.length] ?? '',
    actor: `git:person${who}@example.org`,
    actorName: `Person Number ${who}`,
    atMs: 1.4e12 + turn * 70,
    weight: BigInt(turn % 1_000),
    asset: 'commit',
    decimals: 0,
    about: `Mend the thing number ${at} in module ${turn % 300}`,
    reference: turn.toString(16).padStart(8, '0').repeat(5),
    files: [{ path: `src/module-${turn % 300}/part-${turn % 90}.ts`, added: 3, deleted: 4 }],
  } as Observation
}

export const rowsOf = (importId: string, all: readonly Observation[]) =>
  all.map((one, at) => observationRow({ organization, importId }, at + 1, one))

/** As an import does: made into rows and stored some thousand at a time. */
export async function storeAll(store: Store, importId: string, all: readonly Observation[]): Promise<number> {
  for (let at = 0; at < all.length; at += batch) {
    const rows = all
      .slice(at, at + batch)
      .map((one, index) => observationRow({ organization, importId }, at + index + 1, one))
    await copyObservations(store, observationColumns, rows)
  }
  return all.length
}
