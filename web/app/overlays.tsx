// The palette and the list of keys, fetched when they are first asked for, and the keys that open them.
import { lazy, Suspense, useState } from 'react'
import { useValue } from '../data/value.ts'
import { overlay } from './open-overlay.ts'
import { useShortcuts } from './use-shortcuts.ts'

const Palette = lazy(async () => ({ default: (await import('./palette/palette.tsx')).Palette }))
const Shortcuts = lazy(async () => ({ default: (await import('./shortcuts.tsx')).Shortcuts }))

export function Overlays() {
  useShortcuts()
  const open = useValue(overlay)
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set())
  // Kept once they were open, so that they close calmly.
  if (open !== null && !wanted.has(open)) setWanted(new Set([...wanted, open]))
  const close = () => overlay.set(null)
  return (
    <Suspense fallback={null}>
      {wanted.has('palette') && <Palette isOpen={open === 'palette'} onClose={close} />}
      {wanted.has('shortcuts') && <Shortcuts isOpen={open === 'shortcuts'} onClose={close} />}
    </Suspense>
  )
}
