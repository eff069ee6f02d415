// How many files may be on their way in at a time: each holds a connection, a file and some memory.
import { limits, type Result, refused } from '@equalizer/core'
import type { Asked, Serve } from './asked.ts'

/** Serves at most `limits.uploadsAtOnce` at a time; others are asked to come again. Codes: `upload.busy`. */
export function fewAtOnce(serve: Serve): Serve {
  let under = 0
  return async (asked: Asked): Promise<Result<unknown> | Response> => {
    if (under >= limits.uploadsAtOnce) {
      return refused('upload.busy', 'Enough files are on their way in already; try again in a moment.', {
        most: limits.uploadsAtOnce,
      })
    }
    under += 1
    try {
      return await serve(asked)
    } finally {
      under -= 1
    }
  }
}
