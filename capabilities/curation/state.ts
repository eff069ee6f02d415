// What curation knows of one item: whether it is recommended, published or removed, and by whose word.
import { declareStream, type LogEvent } from '@equalizer/core'
import type { Link } from './words.ts'

type Is<T extends string, D> = { readonly type: T; readonly data: D }
type Content = { item: string; unit: string; title: string; link: Link }

/** `status` is what the item is afterwards: being recommended changes nothing about an item that is published. */
type Word = { person: string; reason: string | null; recommendations: number; status: Item['status'] }

export type ItemEvent =
  | Is<'curation.recommended', Content & Word>
  | Is<'curation.published', Content & { recommendations: number }>
  | Is<'curation.removed' | 'curation.restored', Content & { reason: string; recommendations: number }>

/** On a stream of its own, so that an item's state stays small however many recommend it. */
type RecommendationEvent = Is<'curation.recommendation_given', { item: string; person: string }>

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

/** `person` has recommended it, once. */
export function recommendationOf(item: string, person: string): LogEvent {
  const event: RecommendationEvent = { type: 'curation.recommendation_given', data: { item, person } }
  return { stream: recommendationStream(item, person), ...event }
}

function evolveItem(before: Item | null, logged: LogEvent, { atMs }: { atMs: number }): Item {
  const event = logged as unknown as ItemEvent
  const { unit, title, link, recommendations } = event.data
  const now = { unit, title, link, recommendations, removedMs: null }
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
  declareStream('curation/item', evolveItem),
  declareStream<{ given: true }>('curation/recommendation', () => ({ given: true })),
]
