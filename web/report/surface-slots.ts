// What the live page adds to the facts of a surface: ways down to the evidence. The report as a file adds nothing.
import type { HolderReport, SurfaceReport } from '@equalizer/measure'
import { createContext, type ReactNode, useContext } from 'react'

export interface SurfaceSlots {
  /** Of the headings under a surface's own; left out: h5. */
  readonly level?: 'h4' | 'h5'
  /** After the sentence of facts. */
  readonly afterFacts?: (surface: SurfaceReport) => ReactNode
  /** In place of a holder's plain name. */
  readonly holderName?: (surface: SurfaceReport, holder: HolderReport) => ReactNode
  /** Beside the heading of the Lorenz curve. */
  readonly besideLorenz?: (surface: SurfaceReport) => ReactNode
}

export const SurfaceSlotsContext = createContext<SurfaceSlots>({})

export const useSurfaceSlots = (): SurfaceSlots => useContext(SurfaceSlotsContext)
