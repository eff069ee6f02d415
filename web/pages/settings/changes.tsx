// Every change to the charter, newest first, each with the way back where there is one.
import type { Change } from '@equalizer/client'
import { useRef } from 'react'
import { useOrganization, useScopes } from '../../data/organization.ts'
import { usePages } from '../../data/pages.ts'
import { useRead } from '../../data/read.ts'
import { useWrite } from '../../data/write.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Section } from '../../parts/section.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { Time } from '../../parts/time.tsx'
import { addToast, removeUndo } from '../../parts/toast-list.ts'
import { count } from '../../words/format.ts'
import { problemWords } from '../../words/problem-words.ts'
import { changeSentence, type Names } from '../board/change-sentence.ts'

const rowsAtOnce = 20

function Line({ change, names }: { readonly change: Change; readonly names: Names }) {
  const organization = useOrganization()
  const mayManage = useScopes().has('manage')
  const undoing = useWrite('POST /api/organizations/{organization}/changes/{version}/undo')
  const words = text.settings.changes
  const version = count(change.version)
  /** Where the focus stays once the button has gone. */
  const line = useRef<HTMLLIElement>(null)
  const undo = async () => {
    const undone = await undoing.mutateAsync({ input: { organization, version: change.version } })
    if (!undone.ok) return addToast({ text: problemWords(undone.problem), tone: 'warn' })
    removeUndo(organization, change.version)
    addToast({ text: words.undone })
    line.current?.focus()
  }
  return (
    <li className="settings-change" ref={line} tabIndex={-1}>
      <span className="settings-version">{version}</span>
      <span className="settings-change-words">
        <span dir="auto">{changeSentence(change, names)}</span>
        <span className="soft">
          <Time iso={change.at} /> {words.by(change.by)}
          {change.undoneBy !== null && <> · {words.undoneBy(count(change.undoneBy))}</>}
        </span>
      </span>
      {change.undoable && mayManage && (
        <Button
          size="small"
          aria-label={words.undo(version)}
          onPress={() => void undo()}
          isPending={undoing.isPending}
        >
          {words.undoShort}
        </Button>
      )}
    </li>
  )
}

function useNames(): Names {
  const { data } = useRead('GET /api/organizations/{organization}/charter', {
    organization: useOrganization(),
  })
  const units = data?.charter.units ?? []
  return {
    unit: id => units.find(unit => unit.id === id)?.name,
    source: () => undefined,
  }
}

export function Changes() {
  const organization = useOrganization()
  const words = text.settings.changes
  const names = useNames()
  const { pages, problem, isPending, hasMore, isLoadingMore, more, refetch } = usePages(
    'GET /api/organizations/{organization}/changes',
    { organization, limit: rowsAtOnce },
  )
  const changes = pages.flatMap(page => page.changes)
  return (
    <Section title={words.title} hint={words.hint} id="changes">
      {problem && changes.length === 0 && <Failure problem={problem} onRetry={refetch} />}
      {isPending && !problem && <Skeleton lines={6} />}
      {!isPending && !problem && changes.length === 0 && <p className="soft">{words.none}</p>}
      <ol className="settings-list">
        {changes.map(change => (
          <Line key={change.version} change={change} names={names} />
        ))}
      </ol>
      {hasMore && (
        <Button onPress={more} isPending={isLoadingMore}>
          {text.parts.more}
        </Button>
      )}
    </Section>
  )
}
