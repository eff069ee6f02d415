// Changing a unit: shown at once, kept by the server, with the way back; a refusal is said and nothing stays changed.
import type { Body, UnitView } from '@equalizer/client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { keyOf } from '../../data/read.ts'
import { useWrite } from '../../data/write.ts'
import { useToast } from '../../parts/toast-list.ts'
import { problemWords } from '../../words/problem-words.ts'
import { useUndo } from '../board/use-positions.ts'

const unitName = 'GET /api/organizations/{organization}/units/{unit}'
const patchName = 'PATCH /api/organizations/{organization}/units/{unit}'
export type UnitChange = Body<typeof patchName>

/** Without what was left out, which stays as it is. */
function changed(view: UnitView, { declared, target, name }: UnitChange): UnitView {
  const unit = {
    ...view.unit,
    ...(declared === undefined ? {} : { declared }),
    ...(target === undefined ? {} : { target }),
    ...(name === undefined ? {} : { name }),
  }
  return { ...view, unit }
}

/** `said` is shown once the server has kept it. */
export function useUnitChanges(unit: string): (change: UnitChange, said: string) => Promise<void> {
  const organization = useOrganization()
  const queries = useQueryClient()
  const { mutateAsync } = useWrite(patchName)
  const undo = useUndo()
  const toast = useToast()
  return useCallback(
    async (change, said) => {
      const key = keyOf(unitName, { organization, unit })
      await queries.cancelQueries({ queryKey: key })
      const before = queries.getQueryData<UnitView>(key)
      queries.setQueryData<UnitView>(key, view => view && changed(view, change))
      const answered = await mutateAsync({ input: { organization, unit }, body: change })
      if (answered.ok) {
        const { version } = answered.value
        toast({ text: said, undo: () => undo(version), undoes: { organization, versions: [version] } })
        return
      }
      queries.setQueryData(key, before)
      toast({ text: problemWords(answered.problem), tone: 'warn' })
    },
    [organization, unit, queries, mutateAsync, toast, undo],
  )
}
