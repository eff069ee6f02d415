// What the treasury says about control: who let money go out, and how much.
import type { MeasureType } from '@equalizer/core'
import type { AccountEvent } from './event-schemas.ts'

export const measures: readonly MeasureType[] = [
  {
    kind: 'payment.sent',
    of: logged => {
      const event = logged as unknown as AccountEvent
      if (event.type !== 'treasury.paid') return null
      const { account, amount, currency, decimals } = event.data
      return { about: account, amount: BigInt(amount), asset: currency, decimals }
    },
  },
]
