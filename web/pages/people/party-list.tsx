// The parties, largest first; only those in sight are drawn, and the next page is asked for before it is needed.
import type { Party } from '@equalizer/client'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState } from 'react'
import { usePaper } from '../../desk/use-paper.ts'
import { text } from '../../messages/text.ts'
import type { DialogsOf } from './dialogs/use-dialogs.ts'
import { PartyRow } from './party-row.tsx'
import type { PeopleActs } from './use-people-acts.ts'
import type { Selection } from './use-selection.ts'

interface Props {
  readonly parties: readonly Party[]
  readonly total: number
  readonly hasMore: boolean
  readonly onMore: () => void
  /** What is shown belongs to the question before this one. */
  readonly isOld: boolean
  readonly mayChange: boolean
  readonly selection: Selection
  readonly acts: PeopleActs
  readonly dialogs: DialogsOf
}

const rowHeight = 62
/** Rows before the end at which the next page is asked for. */
const ahead = 40

export function PartyList(props: Props) {
  const { parties, total, hasMore, onMore, isOld, mayChange, selection, acts, dialogs } = props
  const list = useRef<HTMLUListElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [top, setTop] = useState(0)
  // What stands above the list can grow and shrink; the rows are placed from the list's own top.
  useEffect(() => {
    const measure = () => {
      const at = list.current?.getBoundingClientRect().top
      if (at !== undefined) setTop(Math.round(at + window.scrollY))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    measure()
    return () => observer.disconnect()
  }, [])
  const rows = useWindowVirtualizer({
    count: parties.length,
    estimateSize: () => rowHeight,
    getItemKey: index => parties[index]?.id ?? index,
    overscan: 6,
    scrollMargin: top,
  })
  const paper = usePaper()
  const items = rows.getVirtualItems()
  /** On paper all that is there, one under the other. */
  const shown = paper ? parties.map((party, index) => ({ key: party.id, index, start: null })) : items
  const lastSeen = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && lastSeen >= parties.length - ahead) onMore()
  }, [hasMore, lastSeen, parties.length, onMore])
  const toggle = useCallback((id: string) => {
    setOpen(held => {
      const next = new Set(held)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  return (
    <>
      <ul
        ref={list}
        className={`party-list${isOld ? ' is-old' : ''}${paper ? ' is-paper' : ''}`}
        aria-label={text.people.listLabel}
        {...(paper ? {} : { style: { height: rows.getTotalSize() } })}
      >
        {shown.map(item => {
          const party = parties[item.index] as Party
          return (
            <li
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              className="party-row"
              aria-setsize={total}
              aria-posinset={item.index + 1}
              {...(item.start === null
                ? {}
                : { style: { transform: `translateY(${item.start - rows.options.scrollMargin}px)` } })}
            >
              <PartyRow
                party={party}
                isOpen={open.has(party.id)}
                onToggle={toggle}
                mayChange={mayChange}
                isSelected={selection.has(party)}
                onSelect={selection.toggle}
                acts={acts}
                dialogs={dialogs}
              />
            </li>
          )
        })}
      </ul>
      {hasMore && <p className="soft party-more">{text.people.loadingMore}</p>}
    </>
  )
}
