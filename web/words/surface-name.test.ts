// The surfaces that come with the own log are called in German what they are, wherever a name of theirs is said.
import { charterSchema, withOwnLog } from '@equalizer/core'
import { afterEach, expect, test } from 'vitest'
import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import { speak } from '../messages/text.ts'
import { sentenceOf } from './said-words.ts'
import { surfaceName } from './surface-name.ts'

afterEach(() => speak(en))

const asOfMs = Date.UTC(2026, 0, 5)
const charter = charterSchema.parse({
  equalizer: 1,
  organization: { id: 'o', name: 'O' },
  units: [{ id: 'finance', name: 'Finance' }],
})
const governed = {
  unit: 'finance',
  firstMs: asOfMs,
  powers: [{ fromMs: asOfMs, decidesAlone: false, vetoesAlone: true }],
  overruled: [{ about: 'finance/D-7', atMs: asOfMs }],
}
const own = withOwnLog(charter, [governed], asOfMs).units.flatMap(unit =>
  unit.surfaces.map(({ name, id }) => name ?? id),
)

test('all three have German words, and keep their own in English', () => {
  expect(own).toHaveLength(3)
  expect(own.map(surfaceName)).toEqual(own)
  speak(de)
  expect(own.map(surfaceName).filter(name => own.includes(name))).toEqual([])
  expect([surfaceName('Who can merge'), surfaceName('constructor')]).toEqual(['Who can merge', 'constructor'])
})

test('a sentence about one says it too', () => {
  speak(de)
  const facts = { surface: own[0] ?? '', names: ['Ada'] }
  const said = {
    verdict: 'in_step' as const,
    sentence: [{ code: 'surface.override' as const, facts }],
    raise: null,
  }
  const sentence = sentenceOf({ verdict: '', sentence: '', actors: [], raise: null, said } as never)
  expect(sentence).toBe('Hier getroffene Entscheidungen: Ada kann jede Entscheidung allein überstimmen.')
})
