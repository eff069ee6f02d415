// Says in the ledger how many amounts of a source were rounded, because nothing is rounded silently.
import type { Ledger } from '../reader.ts'

export function noteRounded(ledger: Ledger, rounded: { readonly count: number }, decimals: number): void {
  if (rounded.count === 0) return
  const amounts = rounded.count === 1 ? '1 amount has' : `${rounded.count} amounts have`
  ledger.note(
    'note.rounded',
    `${amounts} more than ${decimals} decimal places; what is beyond was rounded, half to even.`,
    { count: rounded.count, decimals },
  )
}
