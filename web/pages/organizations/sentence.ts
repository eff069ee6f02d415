// The one sentence of an organization, in the reader's language where its facts are known.
import type { Organization } from '@equalizer/client'
import { headlineOf } from '../../words/said-words.ts'

/** Empty: not measured yet. */
export function sentenceOf({ headline, said }: Organization): string {
  const { lead, alarm, rest } = headlineOf({ lead: headline, alarm: '', rest: '', ...(said ? { said } : {}) })
  return [lead, alarm, rest].filter(Boolean).join(' ')
}
