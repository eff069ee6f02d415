// A list of handles in a dialog, which scrolls by itself when it is long.
import { type ReactNode, useId } from 'react'

export function HandleList({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <div>
      <p className="dialog-handles-title" id={id}>
        {title}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a pointer */}
      <ul className="dialog-handles" tabIndex={0} aria-labelledby={id}>
        {children}
      </ul>
    </div>
  )
}
