// Whether a charter that was changed as data still keeps to the schema and names only what is there.
import { accepted, type Result, refused } from '../refusal.ts'
import { type Charter, charterSchema } from './charter.ts'
import { crossCheck } from './cross-check.ts'
import { pathText } from './problem.ts'

/** Code: `charter.invalid` (facts: path). The first problem is told. */
export function validCharter(charter: unknown): Result<Charter> {
  const parsed = charterSchema.safeParse(charter)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const path = pathText((issue?.path ?? []) as (string | number)[])
    return refused('charter.invalid', `The charter would not hold: ${path}: ${issue?.message}`, { path })
  }
  const wrong = crossCheck(parsed.data, null).find(({ severity }) => severity === 'error')
  if (!wrong) return accepted(parsed.data)
  const path = pathText(wrong.path)
  return refused('charter.invalid', `The charter would not hold: ${path}: ${wrong.message.text}`, { path })
}
