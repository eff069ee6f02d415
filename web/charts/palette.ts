// The colours of the page, read from its style sheet for charts that are drawn on a canvas.
export interface Palette {
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly lit: string
  readonly band: string
  readonly aim: string
  readonly font: string
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: token('--ink'),
    soft: token('--soft'),
    line: token('--line'),
    lit: token('--lit'),
    band: token('--maybe'),
    aim: token('--aim'),
    font: `12px ${token('--sans')}`,
  }
}
