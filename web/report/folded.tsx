// A long list with its first entries in sight and the others a click away, without a script too.
import type { ReactNode } from 'react'

export interface FoldedProps<T> {
  readonly items: readonly T[]
  readonly shown: number
  readonly summary: (rest: number) => string
  readonly children: (items: readonly T[]) => ReactNode
}

export function Folded<T>({ items, shown, summary, children }: FoldedProps<T>) {
  const rest = items.slice(shown)
  return (
    <>
      {children(items.slice(0, shown))}
      {rest.length > 0 && (
        <details className="more">
          <summary>{summary(rest.length)}</summary>
          {children(rest)}
        </details>
      )}
    </>
  )
}
