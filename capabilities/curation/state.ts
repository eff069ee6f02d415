// What curation knows of one item: whether it is recommended, published or removed, and by whose word; and all that can happen.
import { declareStream, type EventOf, type EventOn, type LogEvent, personId, unitId } from '@equalizer/core'
import { z } from 'zod'
import { item, type Link, link, reason, title } from './words.ts'

const content = { item, unit: unitId.describe('Whose it is'), title, link }
const recommendations = z.int().min(0).describe('People who recommended it so far')
const person = personId.describe('Id of a person')
const removal = z.strictObject({ ...content, reason, recommendations })

const itemEvents = {
  'curation.recommended': z
    .strictObject({
      ...content,
      person,
      reason: reason.nullable(),
      recommendations,
      // Being recommended changes nothing about an item that is published.
      status: z.enum(['recommended', 'published', 'removed']).describe('What the item is afterwards'),
    })
    .describe('Somebody recommended an item'),
  'curation.published': z.strictObject({ ...content, recommendations }).describe('An item was published'),
  'curation.removed': removal.describe('An item was removed'),
  'curation.restored': removal.describe('A removed item was published again, after an appeal'),
}
export type ItemEvent = EventOf<typeof itemEvents>

/** On a stream of its own, so that an item's state stays small however many recommend it. */
const recommendationEvents = {
  'curation.recommendation_given': z
    .strictObject({ item, person })
    .describe('Somebody has recommended an item, once'),
}
type RecommendationEvent = EventOf<typeof recommendationEvents>

export interface Item {
  readonly unit: string
  readonly title: string
  readonly link: Link
  readonly status: 'recommended' | 'published' | 'removed'
  /** People who recommended it; each counts once. */
  readonly recommendations: number
  /** UTC milliseconds; null: not removed. */
  readonly removedMs: number | null
}

export const itemStream = (id: string) => `curation/item/${id}`
export const recommendationStream = (id: string, person: string) => `curation/recommendation/${id}.${person}`

export function onItem(id: string, event: ItemEvent): LogEvent {
  return { stream: itemStream(id), ...event }
}

/** `by` has recommended it, once. */
export function recommendationOf(id: string, by: string): LogEvent {
  const event: RecommendationEvent = {
    type: 'curation.recommendation_given',
    data: { item: id, person: by },
  }
  return { stream: recommendationStream(id, by), ...event }
}

type Logged = EventOn<typeof itemEvents>
function evolveItem(before: Item | null, event: Logged, { atMs }: { atMs: number }): Item {
  const { unit, title: called, link: where, recommendations: given } = event.data
  const now = { unit, title: called, link: where, recommendations: given, removedMs: null }
  switch (event.type) {
    case 'curation.recommended':
      return { ...now, status: event.data.status, removedMs: before?.removedMs ?? null }
    case 'curation.removed':
      return { ...now, status: 'removed', removedMs: atMs }
    default:
      return { ...now, status: 'published' }
  }
}

export const streams = [
  declareStream('curation/item', itemEvents, evolveItem),
  declareStream('curation/recommendation', recommendationEvents, () => ({ given: true })),
]
