// The first entry: that a log begins as every organization does, with its stewards and what was published of its draws.
import { cidText, type Draft, type Entry, foundingDraft, type LogEvent, personId } from '@equalizer/core'
import { z } from 'zod'

const drawsSchema = z
  .strictObject({ anchor: z.string().regex(/^[0-9a-f]{64}$/), length: z.int().min(1).max(100_000) })
  .nullable()

const charterSchema = z.strictObject({
  version: z.int().min(0),
  kind: z.literal('created'),
  facts: z.strictObject({}),
  document: cidText,
  undoes: z.null(),
  by: z.union([personId, z.literal('')]),
})

export type FoundedDraws = z.infer<typeof drawsSchema>

/** What the founding must be, given who its stewards are; null: it says so of nobody. `entry` is then held against it. */
export function foundingOf(entry: Entry): { readonly draft: Draft; readonly draws: FoundedDraws } | null {
  const [rules, ...rest] = entry.events
  const draws = drawsSchema.safeParse(rules?.data.draws)
  if (!draws.success) return null
  const last = rest.at(-1)
  const charter = last?.type === 'charter.edited' ? last : null
  const stewards: string[] = []
  for (const { type, data } of charter ? rest.slice(0, -1) : rest) {
    if (type !== 'standing.set' || !personId.safeParse(data.person).success) return null
    if (data.key === 'member') stewards.push(String(data.person))
  }
  if (new Set(stewards).size < stewards.length) return null
  if (charter && !isFirstCharter(charter)) return null
  const draft = foundingDraft({ stewards, draws: draws.data })
  return {
    draft: charter ? { ...draft, events: [...draft.events, charter] } : draft,
    draws: draws.data,
  }
}

function isFirstCharter({ stream, data }: LogEvent): boolean {
  return stream === 'charter/document' && charterSchema.safeParse(data).success
}
