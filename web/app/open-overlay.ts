// What is open over the page: the palette or the list of keys, one at a time.
import { createValue } from '../data/value.ts'

export const overlay = createValue<'palette' | 'shortcuts' | null>(null)
