// Where parts of a page come and go: when the one that had the focus is gone, what stands nearest gets it (WCAG 2.4.3).
import { type RefObject, useEffect } from 'react'

const reachable = 'button:not([disabled]), a[href], input:not([disabled]), [tabindex="0"]'

interface Place {
  readonly element: HTMLElement
  readonly item: Element | null
  readonly list: Element | null
  /** Where the item stood in its list. */
  readonly index: number
  readonly section: Element | null
}

function placeOf(element: HTMLElement): Place {
  const item = element.closest('li')
  const list = item?.parentElement ?? null
  const index = item && list ? [...list.children].indexOf(item) : -1
  return { element, item, list, index, section: element.closest('section') }
}

/** Something that only a script can focus: the heading of what the element stood in. */
function headingOf(place: Element): HTMLElement | null {
  const heading = place.querySelector<HTMLElement>('h1, h2, h3')
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1
  return heading
}

/** What stands nearest: in the same item, else in the one that took its place, else the heading over them. */
function nearest({ item, list, index, section }: Place, page: Element): HTMLElement | null {
  const left = list?.isConnected ? [...list.children] : []
  const next = item?.isConnected ? item : left[Math.min(index, left.length - 1)]
  const within = next?.querySelector<HTMLElement>(reachable)
  return within ?? headingOf(section?.isConnected ? section : page)
}

/** Follows the focus inside the page; whoever left it on purpose is left alone. */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: Place | null = null
    let frame = 0
    const focused = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !page.current?.contains(target)) return
      const place = placeOf(target)
      // A bar that floats over the page stands nowhere: one comes from a list, and goes back to it.
      last =
        last !== null && place.item === null && place.section === null ? { ...last, element: target } : place
    }
    // A press beside everything takes the focus away from what is still there.
    const left = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) return
      queueMicrotask(() => {
        const isThere = target instanceof HTMLElement && target.isConnected
        if (isThere && document.activeElement === document.body && last?.element === target) last = null
      })
    }
    const mend = () => {
      if (last === null || last.element.isConnected || document.activeElement !== document.body) return
      const place = last
      last = null
      if (page.current) nearest(place, page.current)?.focus()
    }
    // A dialog that closes gives the focus back in the frame after; this comes later.
    const changed = () => {
      if (last === null || last.element.isConnected) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(mend)
      })
    }
    const observer = new MutationObserver(changed)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', focused)
    document.addEventListener('focusout', left)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      document.removeEventListener('focusin', focused)
      document.removeEventListener('focusout', left)
    }
  }, [page])
}
