// What can be done with people, each act with the sentence that follows it and the way back.
import type { Answered, Change } from '@equalizer/client'
import { useOrganization } from '../../data/organization.ts'
import { useWrite } from '../../data/write.ts'
import { text } from '../../messages/text.ts'
import { addToast, removeUndo } from '../../parts/toast-list.ts'
import { problemWords } from './words.ts'

const path = '/api/organizations/{organization}'

export interface PersonEdit {
  readonly actors: string[]
  readonly name: string
  readonly employer: string | null
  readonly payer?: string | null
  readonly funder?: string | null
}

export function usePeopleActs() {
  const organization = useOrganization()
  const merging = useWrite(`POST ${path}/people/merge`)
  const splitting = useWrite(`POST ${path}/people/split`)
  const botting = useWrite(`POST ${path}/people/bots`)
  const editing = useWrite(`PUT ${path}/people`)
  const undoing = useWrite(`POST ${path}/changes/{version}/undo`)
  const words = text.people.toast
  const refused = (answer: Extract<Answered<Change>, { ok: false }>): false => {
    addToast({ text: words.failed(problemWords(answer.problem)), tone: 'warn' })
    return false
  }
  const undoAll = async (versions: readonly number[]) => {
    // The newest first: each one stands on those before it.
    for (const version of [...versions].reverse()) {
      const answer = await undoing.mutateAsync({ input: { organization, version } })
      if (!answer.ok) return void refused(answer)
      removeUndo(organization, version)
    }
    addToast({ text: words.undone })
  }
  /** True: it was done and said so. */
  const done = (answer: Answered<Change>, said: string): boolean => {
    if (!answer.ok) return refused(answer)
    const { version, undoable } = answer.value
    addToast({
      text: said,
      ...(undoable ? { undo: () => undoAll([version]), undoes: { organization, versions: [version] } } : {}),
    })
    return true
  }
  const input = { organization }
  return {
    async merge(actors: string[], name: string): Promise<boolean> {
      return done(await merging.mutateAsync({ input, body: { actors, name } }), words.merged(name))
    },
    async split(party: { id: string; name: string }, actors: string[], shown: string): Promise<boolean> {
      const answer = await splitting.mutateAsync({ input, body: { party: party.id, actors } })
      return done(answer, words.split(shown, party.name))
    },
    async callBot(actor: string, shown: string, bot: boolean): Promise<boolean> {
      const answer = await botting.mutateAsync({ input, body: { actor, bot } })
      return done(answer, bot ? words.bot(shown) : words.person(shown))
    },
    async edit(body: PersonEdit): Promise<boolean> {
      return done(await editing.mutateAsync({ input, body }), words.edited(body.name))
    },
    /** One person after the other; answers those that were refused. One way back for all of them. */
    async bond(
      people: readonly PersonEdit[],
      employer: string,
      onDone: (done: number) => void,
    ): Promise<PersonEdit[]> {
      const failed: PersonEdit[] = []
      const versions: number[] = []
      for (const [i, person] of people.entries()) {
        const answer = await editing.mutateAsync({ input, body: { ...person, employer } })
        if (answer.ok) versions.push(answer.value.version)
        else failed.push(person)
        onDone(i + 1)
      }
      if (versions.length > 0) {
        const said = words.bonded(String(versions.length), employer)
        addToast({ text: said, undo: () => undoAll(versions), undoes: { organization, versions } })
      }
      return failed
    },
  }
}

export type PeopleActs = ReturnType<typeof usePeopleActs>
