// Alle Texte zu: Anmelden.
import type { enter as en } from '../en/enter.ts'

export const enter: typeof en = {
  title: 'Anmelden',
}
