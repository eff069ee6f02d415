// uPlot inside React: drawn when its place has a width, drawn anew when width, data or theme change.
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import type { Palette } from './palette.ts'
import { paletteOf } from './palette.ts'
import { useTheme } from './theme-context.ts'

export interface PlotProps {
  readonly data: uPlot.AlignedData
  readonly options: (palette: Palette) => Omit<uPlot.Options, 'width' | 'height'>
  readonly height: number
  /** Which point the pointer is at; null: at none. Must not change between two drawings. */
  readonly onPoint?: (index: number | null) => void
}

/** Hidden from screen readers: whoever uses it puts the same facts into words beside it. */
export function Plot({ data, options, height, onPoint }: PlotProps) {
  const place = useRef<HTMLDivElement>(null)
  const theme = useTheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of theme must redraw, for its colours
  useEffect(() => {
    const element = place.current
    if (!element) return
    let chart: uPlot | null = null
    const draw = () => {
      const width = Math.floor(element.clientWidth)
      if (width === 0) return
      if (chart) {
        if (chart.width !== width) chart.setSize({ width, height })
        return
      }
      const hooks = onPoint ? { setCursor: [(self: uPlot) => onPoint(self.cursor.idx ?? null)] } : {}
      chart = new uPlot({ ...options(paletteOf(element)), hooks, width, height }, data, element)
    }
    const observer = new ResizeObserver(draw)
    observer.observe(element)
    draw()
    return () => {
      observer.disconnect()
      chart?.destroy()
    }
  }, [data, options, height, theme, onPoint])
  return <div className={`plot plot-${height}`} ref={place} aria-hidden="true" />
}
