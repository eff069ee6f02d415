// The account of a reading as the contract has it.
import type { Answer } from '@equalizer/client'
import type { StoredAccount } from '../jobs/reading-messages.ts'

type AccountAnswer = NonNullable<Answer<'GET /api/organizations/{organization}/sources/{source}'>['account']>

/** What older readings did not keep is left out. */
export function accountAnswer({ noted, refusals, ...account }: StoredAccount): AccountAnswer {
  return {
    ...account,
    passedOver: { ...account.passedOver },
    refusedByCode: { ...account.refusedByCode },
    refusals: refusals.map(({ facts, ...row }) => (facts ? { ...row, facts: { ...facts } } : row)),
    notes: [...account.notes],
    ...(noted && { noted: noted.map(({ code, facts }) => ({ code, facts: { ...facts } })) }),
    kinds: account.kinds.map(kind => ({ ...kind })),
  }
}
