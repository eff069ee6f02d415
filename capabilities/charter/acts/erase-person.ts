// Erasing what is known of somebody else: their name, their texts and their way in. The id and what they decided stay.
import { accepted, declareAct, erasedProblem, erasureEvent, personId } from '@equalizer/core'
import { z } from 'zod'
import { leftAlone } from './people.ts'

export const erasePerson = declareAct({
  type: 'charter.erase_person',
  summary: 'Erase what is known of somebody: name, texts and way in, for ever',
  where: 'organization',
  consequence: 300,
  payload: z.strictObject({ person: personId.describe('Who is erased; it cannot be undone') }),
  title: asked => `Erase what is known of ${asked.person}`,
  execute: executing => {
    const { person } = executing.payload
    const problem =
      erasedProblem(executing.books, person) ??
      leftAlone(executing, person, group => group.kind === 'role' || group.kind === 'everyone')
    if (problem) return { ok: false, refusal: problem }
    return accepted({ events: [erasureEvent('charter.person_erased', person)] })
  },
})
