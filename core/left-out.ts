// A field that may be left out and is never there without a value.
import type { z } from 'zod'

/**
 * As `exactOptional()` types it, made of `optional()`: what describes schemas to others does not know the exact kind. What comes
 * as JSON cannot tell the two apart.
 */
export function leftOut<S extends z.ZodType>(schema: S): z.ZodExactOptional<S> {
  return schema.optional() as unknown as z.ZodExactOptional<S>
}
