// Alle Texte zu: Gestaltung.
import type { design as en } from '../en/design.ts'

export const design: typeof en = {
  title: 'Gestaltung',
}
