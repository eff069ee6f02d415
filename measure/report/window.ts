// The windows that a surface is measured in.
import { z } from 'zod'

export const windowSchema = z
  .enum(['90d', '365d', 'all', 'standing'])
  .describe('Trailing days up to asOf; standing: what is held, without a date')
export type WindowName = z.infer<typeof windowSchema>
