// Alle Texte zu: Export.
import type { exporting as en } from '../en/exporting.ts'

export const exporting: typeof en = {
  title: 'Export',
}
