// What changed lately: changes to the charter and finished readings in one list, newest first, each with its way back.
import type { Change } from '@equalizer/client'
import { type RefObject, useRef, useState } from 'react'
import { useOrganization, useScopes } from '../../data/organization.ts'
import { usePages } from '../../data/pages.ts'
import { useRead } from '../../data/read.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Time } from '../../parts/time.tsx'
import { changeSentence, jobSentence, type Names } from './change-sentence.ts'
import { useUndo } from './use-positions.ts'

interface Happening {
  readonly key: string
  readonly at: string
  readonly said: string
  readonly by: string | null
  readonly change: Change | null
}

const shownAtFirst = 8
const pageRows = 50

function useHappenings(names: Names): { readonly all: Happening[]; readonly isPending: boolean } {
  const organization = useOrganization()
  const { pages, isPending } = usePages('GET /api/organizations/{organization}/changes', {
    organization,
    limit: pageRows,
  })
  const jobs = useRead('GET /api/organizations/{organization}/jobs', { organization })
  const changed = pages
    .flatMap(page => page.changes)
    .map(change => ({
      key: `change-${change.version}`,
      at: change.at,
      said: changeSentence(change, names),
      by: change.by,
      change,
    }))
  const read = (jobs.data?.jobs ?? []).flatMap(job => {
    const said = jobSentence(job, names)
    return said === null || job.finished === null
      ? []
      : [{ key: `job-${job.id}`, at: job.finished, said, by: null, change: null }]
  })
  const all = [...changed, ...read].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  return { all, isPending }
}

interface UndoProps {
  readonly happening: Happening
  /** Where the focus stays once the button has gone. */
  readonly line: RefObject<HTMLLIElement | null>
}

function Undo({ happening, line }: UndoProps) {
  const undo = useUndo()
  const [pending, setPending] = useState(false)
  const { change, said } = happening
  if (!change) return null
  if (change.undoneBy !== null) return <span className="soft">{text.board.latest.undone}</span>
  if (!change.undoable) return null
  const press = async () => {
    setPending(true)
    await undo(change.version).finally(() => setPending(false))
    line.current?.focus()
  }
  return (
    <Button
      kind="quiet"
      size="small"
      isPending={pending}
      onPress={() => void press()}
      aria-label={text.board.latest.undoLabel(said)}
    >
      {text.board.latest.undo}
    </Button>
  )
}

function Line({ happening, manages }: { readonly happening: Happening; readonly manages: boolean }) {
  const line = useRef<HTMLLIElement>(null)
  return (
    <li ref={line} tabIndex={-1} className={happening.change?.undoneBy ? 'is-undone' : undefined}>
      <span className="board-latest-when">
        <Time iso={happening.at} />
      </span>
      <span className="board-latest-what">
        {happening.said} {happening.by && <span className="soft">{happening.by}</span>}
      </span>
      {manages && <Undo happening={happening} line={line} />}
    </li>
  )
}

export function Latest({ names }: { readonly names: Names }) {
  const { all, isPending } = useHappenings(names)
  const [shown, setShown] = useState(shownAtFirst)
  const manages = useScopes().has('manage')
  return (
    <section className="board-block" aria-labelledby="board-latest">
      <h2 id="board-latest">{text.board.latest.heading}</h2>
      {all.length === 0 && !isPending && <p className="soft">{text.board.latest.none}</p>}
      <ol className="board-latest" aria-busy={isPending}>
        {all.slice(0, shown).map(happening => (
          <Line key={happening.key} happening={happening} manages={manages} />
        ))}
      </ol>
      {all.length > shown && (
        <Button kind="quiet" size="small" onPress={() => setShown(shown + pageRows)}>
          {text.board.latest.more}
        </Button>
      )}
    </section>
  )
}
