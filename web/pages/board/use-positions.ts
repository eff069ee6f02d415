// Moving a slider: shown at once, kept by the server, taken back by one press where it was not meant.
import type { Board, Body, Change } from '@equalizer/client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { keyOf } from '../../data/read.ts'
import { useWrite } from '../../data/write.ts'
import { text } from '../../messages/text.ts'
import { removeUndo, useToast } from '../../parts/toast-list.ts'
import { problemWords } from '../../words/problem-words.ts'

const boardName = 'GET /api/organizations/{organization}/board'
const patchName = 'PATCH /api/organizations/{organization}/units/{unit}'
type Positions = Pick<Body<typeof patchName>, 'declared' | 'target'>

function withPositions(board: Board, id: string, { declared, target }: Positions): Board {
  const units = board.units.map(unit =>
    unit.id === id
      ? {
          ...unit,
          ...(declared === undefined ? {} : { declared }),
          ...(target === undefined ? {} : { target }),
        }
      : unit,
  )
  return { ...board, units }
}

/** Undoes one change; a refusal is said. */
export function useUndo(): (version: number) => Promise<void> {
  const organization = useOrganization()
  const { mutateAsync } = useWrite('POST /api/organizations/{organization}/changes/{version}/undo')
  const toast = useToast()
  return useCallback(
    async version => {
      const answered = await mutateAsync({ input: { organization, version } })
      if (answered.ok) removeUndo(organization, version)
      toast({ text: answered.ok ? text.board.fader.undone : problemWords(answered.problem) })
    },
    [mutateAsync, organization, toast],
  )
}

/** Answers the change, or null where it was refused, which has been said. */
export function usePositions(): (id: string, positions: Positions, said: string) => Promise<Change | null> {
  const organization = useOrganization()
  const queries = useQueryClient()
  const { mutateAsync } = useWrite(patchName)
  const toast = useToast()
  const undo = useUndo()
  return useCallback(
    async (id, positions, said) => {
      const key = keyOf(boardName, { organization })
      await queries.cancelQueries({ queryKey: key })
      const before = queries.getQueryData<Board>(key)
      queries.setQueryData<Board>(key, board => board && withPositions(board, id, positions))
      const answered = await mutateAsync({ input: { organization, unit: id }, body: positions })
      if (answered.ok) {
        const { version } = answered.value
        toast({
          text: said,
          undo: () => undo(version),
          undoes: { organization, versions: [version] },
        })
        return answered.value
      }
      queries.setQueryData(key, before)
      toast({ text: problemWords(answered.problem) })
      return null
    },
    [mutateAsync, organization, queries, toast, undo],
  )
}
