// What the server shows: two reports, each measured, still being measured, or missing with the reason.
import { createHash } from 'node:crypto'
import type { Refusal } from '@equalizer/core'
import type { Report } from '@equalizer/measure'
import { renderReport } from '@equalizer/web'

/** A body ready to send, with the tag by which a browser knows it again. */
export interface Document {
  readonly body: string
  readonly etag: string
}

export type Slot =
  | { readonly state: 'measuring' }
  | { readonly state: 'missing'; readonly refusal: Refusal }
  | { readonly state: 'measured'; readonly page: Document; readonly json: Document }

/** Slots are replaced while the server runs; a request sees what stands there at that moment. */
export interface Desk {
  own: Slot
  simulated: Slot
}

export const paths = { own: '/', simulated: '/simulated' } as const

/** Strong, over the bytes that are sent (RFC 9110, section 8.8.3). */
function documentOf(body: string): Document {
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` }
}

/** Both pages know each other: each names the other's organization beside its own. */
export function measuredSlot(report: Report, self: keyof Desk, other: Report | null): Slot {
  // In one order on both pages, so that switching moves nothing.
  const pair = self === 'own' ? { own: report, simulated: other } : { own: other, simulated: report }
  const siblings = (['own', 'simulated'] as const).flatMap(which => {
    const organization = pair[which]?.organization
    return organization
      ? [{ name: organization.name, href: paths[which], simulated: organization.simulated }]
      : []
  })
  return {
    state: 'measured',
    page: documentOf(renderReport(report, { siblings, self: paths[self] })),
    json: documentOf(`${JSON.stringify(report, null, 2)}\n`),
  }
}
