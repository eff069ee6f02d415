// Any JSON value of a bounded depth. zod's own schema of JSON names itself, which nothing that writes schemas out can follow.
import { z } from 'zod'
import { limits } from '../limits.ts'

type Json = z.infer<ReturnType<typeof z.json>>

function isJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth >= limits.jsonDepth) return false
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.values(value).every(one => isJson(one, depth + 1))
}

// As a schema it is open: what stands in it is checked by whoever takes it.
export const anyJson = z
  .unknown()
  .refine(value => isJson(value), 'this is no JSON, or nested too deep') as unknown as z.ZodType<Json, Json>
