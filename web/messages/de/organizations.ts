// Alle Texte zu: Organisationen.
import type { organizations as en } from '../en/organizations.ts'

export const organizations: typeof en = {
  title: 'Organisationen',
}
