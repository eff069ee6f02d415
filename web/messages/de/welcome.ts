// Alle Texte zu: Willkommen.
import type { welcome as en } from '../en/welcome.ts'

export const welcome: typeof en = {
  title: 'Willkommen',
}
