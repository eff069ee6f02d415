// What lending says about control: who lends the tools out.
import type { MeasureType } from '@equalizer/core'

export const measures: readonly MeasureType[] = [
  {
    kind: 'tool.lent',
    of: ({ type, data }) =>
      type === 'lending.lent' ? { about: String(data.tool), amount: 1n, asset: 'tool', decimals: 0 } : null,
  },
]
