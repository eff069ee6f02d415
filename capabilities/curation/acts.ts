// Recommending, publishing and removing content, and the appeal against a removal.
import {
  accepted,
  type DecisionState,
  declareAct,
  type Executing,
  type Result,
  refused,
} from '@equalizer/core'
import { z } from 'zod'
import { type Item, itemStream, onItem, recommendationOf, recommendationStream } from './state.ts'
import { appealMs, item, link, reason, title } from './words.ts'

/** Null: there is none yet. Code: `curation.other_unit`, since an item is curated by the rules of its own unit. */
function itemOf({ books, act }: Executing, id: string): Result<Item | null> {
  const found = books.stream(itemStream(id)) as Item | null
  if (found === null || found.unit === act.unit) return accepted(found)
  return refused('curation.other_unit', `The item ${id} belongs to ${found.unit}`, {
    item: id,
    unit: found.unit,
  })
}

/** Besides: `curation.unknown_item`, `curation.not_published`, `curation.not_removed` (facts: item). */
function itemThatIs(executing: Executing, id: string, status: 'published' | 'removed'): Result<Item> {
  const found = itemOf(executing, id)
  if (!found.ok) return found
  if (found.value === null) return refused('curation.unknown_item', `There is no item ${id}`, { item: id })
  if (found.value.status === status) return accepted(found.value)
  return refused(`curation.not_${status}`, `The item ${id} is ${found.value.status}`, { item: id })
}

const contentOf = (id: string, { unit, title, link, recommendations }: Item) => ({
  item: id,
  unit,
  title,
  link,
  recommendations,
})

export const recommend = declareAct({
  type: 'curation.recommend',
  summary: 'Recommend an item; each person counts once',
  where: 'unit',
  consequence: 1,
  payload: z.strictObject({
    item: item.describe('A new id, or that of an item already recommended'),
    title,
    link,
    reason: reason.exactOptional(),
  }),
  title: asked => `Recommend ${asked.title}`,
  execute: executing => {
    const { act, books, payload: asked } = executing
    const found = itemOf(executing, asked.item)
    if (!found.ok) return found
    if (books.stream(recommendationStream(asked.item, act.by)) !== null) {
      const facts = { item: asked.item }
      return refused('curation.already_recommended', 'Each person recommends an item once', facts)
    }
    // What an item is was said by whoever came first; later ones only add their word.
    const fresh = { title: asked.title, link: asked.link, recommendations: 0, status: 'recommended' } as const
    const { title: called, link: where, recommendations, status } = found.value ?? fresh
    const content = { item: asked.item, unit: act.unit, title: called, link: where, status }
    const word = { person: act.by, reason: asked.reason ?? null, recommendations: recommendations + 1 }
    return accepted({
      events: [
        onItem(asked.item, { type: 'curation.recommended', data: { ...content, ...word } }),
        recommendationOf(asked.item, act.by),
      ],
    })
  },
})

export const publish = declareAct({
  type: 'curation.publish',
  summary: 'Publish an item, recommended before or not',
  where: 'unit',
  consequence: 20,
  payload: z.strictObject({ item: item.describe('Its id, which stays'), title, link }),
  title: asked => `Publish ${asked.title}`,
  execute: executing => {
    const { act, payload: asked } = executing
    const found = itemOf(executing, asked.item)
    if (!found.ok) return found
    const before = found.value
    if (before !== null && before.status !== 'recommended') {
      // What was removed comes back by an appeal alone: else publishing anew would go round it.
      const why = `The item ${asked.item} is ${before.status} already`
      return refused(`curation.already_${before.status}`, why, { item: asked.item })
    }
    const data = { ...asked, unit: act.unit, recommendations: before?.recommendations ?? 0 }
    return accepted({ events: [onItem(asked.item, { type: 'curation.published', data })] })
  },
})

export const remove = declareAct({
  type: 'curation.remove',
  summary: 'Remove an item, with a published reason',
  where: 'unit',
  consequence: 40,
  payload: z.strictObject({ item, reason }),
  title: asked => `Remove ${asked.item}: ${asked.reason}`,
  execute: executing => {
    const { item: id, reason: why } = executing.payload
    const found = itemThatIs(executing, id, 'published')
    if (!found.ok) return found
    const data = { ...contentOf(id, found.value), reason: why }
    return accepted({ events: [onItem(id, { type: 'curation.removed', data })] })
  },
})

export const appeal = declareAct({
  type: 'curation.appeal',
  summary: 'Ask for a removed item to be published again, within 30 days of its removal',
  where: 'unit',
  consequence: 40,
  payload: z.strictObject({ item, reason }),
  title: asked => `Publish ${asked.item} again: ${asked.reason}`,
  execute: executing => {
    const { item: id, reason: why } = executing.payload
    const found = itemThatIs(executing, id, 'removed')
    if (!found.ok) return found
    const untilMs = (found.value.removedMs ?? 0) + appealMs
    if (askedMs(executing) >= untilMs) {
      const facts = { item: id, untilMs }
      return refused('curation.appeal_window_over', `The time for an appeal about ${id} is over`, facts)
    }
    const data = { ...contentOf(id, found.value), reason: why }
    return accepted({ events: [onItem(id, { type: 'curation.restored', data })] })
  },
})

/** When the act was sent: however long it takes to decide an appeal, what was in time stays in time. */
function askedMs({ books, decision, now }: Executing): number {
  if (decision === null) return now.atMs
  const state = books.stream(`decision/${decision}`) as DecisionState | null
  return state?.openedMs ?? now.atMs
}
