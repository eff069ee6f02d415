// A long desk as rows: only those in sight are in the page, and all of them on paper.
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { LiveDeskProps } from './live-desk-props.ts'
import { LiveStrip } from './live-strip.tsx'
import { useNarrow } from './use-narrow.ts'
import { usePaper } from './use-paper.ts'
import { useRoving } from './use-roving.ts'

const rowPixels = 96
const narrowRowPixels = 212
const rowsAround = 8

/** How far from the top of the page the list begins: what stands above it may grow and shrink. */
function useOffset(list: { readonly current: HTMLElement | null }): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    if (!list.current) return
    const top = Math.round(list.current.getBoundingClientRect().top + window.scrollY)
    setOffset(top)
  })
  return offset
}

/** The rows in sight, and the one that keys are on: it must not vanish under the focus, nor be missing when it comes. */
function withActive(range: Range, active: number): number[] {
  const seen = defaultRangeExtractor(range)
  if (active >= range.count || seen.includes(active)) return seen
  return [...seen, active].sort((a, b) => a - b)
}

const placed = (start: number): CSSProperties => ({ transform: `translateY(${start}px)` })

export function RowList({
  units,
  renderTitle,
  reason,
  faderReason = reason,
  onDeclare,
  onTarget,
  onAim,
}: LiveDeskProps) {
  const narrow = useNarrow()
  const paper = usePaper()
  const list = useRef<HTMLUListElement>(null)
  const scrollMargin = useOffset(list)
  const roving = useRoving(units.length)
  const { active } = roving
  const rows = useWindowVirtualizer({
    count: units.length,
    estimateSize: () => (narrow ? narrowRowPixels : rowPixels),
    overscan: rowsAround,
    scrollMargin,
    getItemKey: index => units[index]?.id ?? index,
    rangeExtractor: useCallback((range: Range) => withActive(range, active), [active]),
  })
  const strip = (index: number, style?: CSSProperties) => {
    const unit = units[index]
    if (!unit) return null
    const tabIndex = index === active ? 0 : -1
    return (
      <LiveStrip
        key={unit.id}
        ref={style ? rows.measureElement : null}
        data-index={index}
        aria-setsize={units.length}
        aria-posinset={index + 1}
        {...(style ? { style } : {})}
        unit={unit}
        title={renderTitle(unit, tabIndex)}
        lying
        tabIndex={tabIndex}
        reason={reason}
        faderReason={faderReason}
        onDeclare={onDeclare}
        onTarget={onTarget}
        onAim={onAim}
      />
    )
  }
  return (
    <div className="desk live rows">
      <ul
        ref={list}
        className={paper ? 'strip-list' : 'strip-list is-virtual'}
        style={paper ? {} : { height: rows.getTotalSize() }}
        onKeyDown={roving.onKeyDown}
        onFocus={roving.onFocus}
      >
        {paper
          ? units.map((_, index) => strip(index))
          : rows.getVirtualItems().map(({ index, start }) => strip(index, placed(start - scrollMargin)))}
      </ul>
    </div>
  )
}
