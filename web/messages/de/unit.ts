// Alle Texte zu: Einheit.
import type { unit as en } from '../en/unit.ts'

export const unit: typeof en = {
  title: 'Einheit',
}
