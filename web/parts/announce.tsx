// Speaks what changed on the page to those who do not see it; shows nothing.
import type { ReactNode } from 'react'

export function Announce({ children }: { readonly children: ReactNode }) {
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {children}
    </div>
  )
}
