// Reading Chromium's trace: when something was painted, and how long a hand waited for the frame that answers it.

export interface TraceEvent {
  readonly name: string
  readonly ph: string
  /** Microseconds. */
  readonly ts: number
  readonly id2?: { readonly local?: string }
  readonly args?: {
    readonly data?: {
      readonly type?: string
      readonly duration?: number
      readonly timeStamp?: number
      readonly isMainFrame?: boolean
      readonly documentLoaderURL?: string
    }
  }
}

/** From the start of the navigation to the last, largest contentful paint; milliseconds. */
export function paintMs(trace: readonly TraceEvent[]): number {
  const start = trace.findLast(
    event => event.name === 'navigationStart' && event.args?.data?.documentLoaderURL?.startsWith('http'),
  )
  const paint = trace.findLast(event => event.name === 'largestContentfulPaint::Candidate')
  if (!start || !paint) throw new Error('The trace has no navigation or no paint')
  return (paint.ts - start.ts) / 1_000
}

/** The longest wait of a kind of event until the frame that shows it; milliseconds. */
export function eventMs(trace: readonly TraceEvent[], type: string): number {
  const waits = trace.flatMap(event => {
    const data = event.args?.data
    return event.name === 'EventTiming' && data?.type === type && data.duration !== undefined
      ? [data.duration]
      : []
  })
  if (waits.length === 0) throw new Error(`The trace has no ${type}`)
  return Math.max(...waits)
}
