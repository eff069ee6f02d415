// The questions of `equalizer init`, asked on the terminal.
import { cancel, confirm, intro, isCancel, multiselect, note, select, text } from '@clack/prompts'
import type { Charter, FoundSource } from '@equalizer/core'
import { limits } from '@equalizer/core'
import { exitCodes } from '../exit-codes.ts'
import { harmless } from '../terminal/text.ts'
import type { Questions } from './questions.ts'

/** Ctrl-C or Escape at any question ends everything; nothing has been written by then. */
async function asked<T>(answer: Promise<T>): Promise<Exclude<T, symbol>> {
  const value = await answer
  if (isCancel(value)) {
    cancel('Nothing was written.')
    process.exit(exitCodes.interrupted)
  }
  return value as Exclude<T, symbol>
}

const stages = [
  { value: null, label: 'Leave it open', hint: 'nothing is promised yet' },
  { value: 0, label: '0 Team', hint: 'the team decides alone' },
  { value: 25, label: '25 Consulted', hint: 'the team asks before it decides' },
  { value: 50, label: '50 Shared', hint: 'the community votes, the team may veto' },
  { value: 75, label: '75 Community', hint: 'the community decides, nobody vetoes' },
  { value: 100, label: '100 Autonomous', hint: 'the community alone changes the rules' },
]

export function askedQuestions(force: boolean): Questions {
  intro('A charter says who you are, where your evidence lies and what you promise.')
  return {
    overwrite: async file =>
      force ||
      (await asked(confirm({ message: `There is ${file} already. Write over it?`, initialValue: false }))),
    name: async proposed =>
      await asked(
        text({
          message: 'What is the organization called?',
          initialValue: harmless(proposed),
          validate: value => {
            const name = (value ?? '').trim()
            if (name === '') return 'It needs a name.'
            return name.length > limits.textChars ? 'That is too long.' : undefined
          },
        }),
      ),
    sources: askSources,
    units: askUnits,
  }
}

async function askSources(found: readonly FoundSource[], reasons: ReadonlyMap<string, string>) {
  if (found.length === 0) {
    note('Nothing here was recognised as evidence. You can name sources in the charter.', 'Evidence')
    return found
  }
  const ids = await asked(
    multiselect({
      message: 'Which of these are evidence about it? (space selects, enter goes on)',
      options: found.map(({ id, kind, path }) => ({
        value: id,
        label: `${harmless(path)} (${kind})`,
        hint: harmless(reasons.get(id) ?? ''),
      })),
      initialValues: found.map(source => source.id),
      required: false,
    }),
  )
  return found.filter(source => ids.includes(source.id))
}

async function askUnits(charter: Charter): Promise<Charter['units']> {
  const ids = await asked(
    multiselect({
      message: 'Which units do you have? Each can be handed over by itself.',
      options: charter.units.map(({ id, name, surfaces }) => ({
        value: id,
        label: name,
        hint: surfaces.length > 0 ? surfaces.map(surface => surface.name).join(', ') : 'no evidence yet',
      })),
      initialValues: charter.units.map(unit => unit.id),
      required: false,
    }),
  )
  const units: Charter['units'] = []
  for (const unit of charter.units.filter(one => ids.includes(one.id))) {
    const declared = await asked(
      select({
        message: `${unit.name}: who decides, as you tell it?`,
        options: stages,
        initialValue: null,
      }),
    )
    units.push({ ...unit, declared })
  }
  return units
}
