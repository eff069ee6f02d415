// The words that the report page speaks with: the app's areas are not among them.
import { desk } from './en/desk.ts'
import { format } from './en/format.ts'
import { report } from './en/report.ts'
import { said } from './en/said.ts'
import { surface } from './en/surface.ts'

export const reportWords = { locale: 'en', format, said, ...desk, ...surface, ...report }

/**
 * The report's build puts this in the place of the app's English.
 * @public
 */
export const en = reportWords
