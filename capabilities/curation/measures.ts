// What curation says about control: who lets content in, and who takes it away.
import type { MeasureType } from '@equalizer/core'
import type { ItemEvent } from './state.ts'

function each(kind: string, type: ItemEvent['type']): MeasureType {
  return {
    kind,
    of: logged =>
      logged.type === type
        ? { about: String(logged.data.item), amount: 1n, asset: 'item', decimals: 0 }
        : null,
  }
}

export const measures = [
  each('content.published', 'curation.published'),
  each('content.removed', 'curation.removed'),
  each('content.restored', 'curation.restored'),
]
