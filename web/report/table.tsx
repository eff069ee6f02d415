// A table that scrolls inside its own place on a narrow screen, reachable by keyboard, with a caption for those who hear it.
import type { ReactNode } from 'react'

export interface TableProps {
  readonly caption: string
  readonly head: readonly {
    readonly key: string
    readonly text: string
    readonly number?: boolean
    readonly title?: string
  }[]
  readonly className?: string
  readonly children: ReactNode
}

export function Table({ caption, head, className, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-place" aria-label={caption} tabIndex={0}>
      <table className={className}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map(({ key, text, number, title }) => (
              <th key={key} scope="col" className={number ? 'number' : undefined} title={title}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
