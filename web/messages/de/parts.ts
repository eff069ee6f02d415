// Alle Texte zu: Bausteine.
import type { parts as en } from '../en/parts.ts'

export const parts: typeof en = {
  title: 'Bausteine',
}
