// Two organizations, or two days of one, held against each other unit by unit; the address can be passed on.
import './compare.css'
import type { Board } from '@equalizer/client'
import { useMemo } from 'react'
import { useOrganization } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { type DeskUnit, deskUnitOfBoard } from '../../desk/desk-unit.ts'
import { Key } from '../../desk/key.tsx'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { PageLead } from '../../parts/page-lead.tsx'
import { CompareExport } from './compare-export.tsx'
import type { ComparedView } from './compare-files.ts'
import { CompareRow } from './compare-row.tsx'
import { comparedHeadline } from './difference-words.ts'
import { type Compared, compared } from './differences.ts'
import { SideChoice } from './side-choice.tsx'
import { type Side, sideDay, sideName, useSides } from './use-sides.ts'

/** Up to here every row is drawn at once. */
const shortList = 40

function useBoard(side: Side, enabled: boolean) {
  const { organization, day } = side
  const input = { organization, ...(day === null ? {} : { asOf: day }) }
  return useRead('GET /api/organizations/{organization}/board', input, { keep: true, enabled })
}

function Only({ title, units }: { readonly title: string; readonly units: readonly DeskUnit[] }) {
  if (units.length === 0) return null
  return (
    <p dir="auto">
      <b>{title}:</b> {units.map(unit => unit.name).join(', ')}
    </p>
  )
}

function Notes({ left, right }: Pick<ComparedView, 'left' | 'right'>) {
  // The organization of the page says it at the top of every page.
  const here = useOrganization()
  const simulated = new Map([left, right].map(({ organization }) => [organization.id, organization]))
  return (
    <>
      {left.rulebook !== right.rulebook && (
        <p className="warning">{text.compare.rulebooks(left.rulebook, right.rulebook)}</p>
      )}
      {[...simulated.values()]
        .filter(({ id, simulated }) => simulated && id !== here)
        .map(({ id, name }) => (
          <p key={id} className="compare-simulated">
            {text.compare.simulated(name)}
          </p>
        ))}
    </>
  )
}

function useCompared(left: Board | undefined, right: Board | undefined): Compared | null {
  const [a, b] = [left?.units, right?.units]
  return useMemo(() => (a && b ? compared(a.map(deskUnitOfBoard), b.map(deskUnitOfBoard)) : null), [a, b])
}

function Result({ left, right, found, names, full }: ComparedView) {
  return (
    <>
      <Notes left={left} right={right} />
      <ul
        className={found.both.length > shortList ? 'compare-list is-long' : 'compare-list'}
        aria-label={text.compare.list}
      >
        {found.both.map(difference => (
          <CompareRow key={difference.id} difference={difference} names={names} />
        ))}
      </ul>
      {found.both.length > 0 && (
        <div className="desk-foot">
          <Key />
        </div>
      )}
      {found.onlyLeft.length + found.onlyRight.length > 0 && (
        <section className="compare-only" aria-labelledby="compare-only">
          <h2 id="compare-only">{text.compare.only.heading}</h2>
          <Only title={text.compare.only.left(full.left)} units={found.onlyLeft} />
          <Only title={text.compare.only.right(full.right)} units={found.onlyRight} />
        </section>
      )}
    </>
  )
}

const ghosts = ['a', 'b', 'c', 'd']

/** The rows in the size that they will have. */
function Waiting() {
  return (
    <div className="compare-list" aria-hidden="true">
      {ghosts.map(ghost => (
        <div key={ghost} className="compare-ghost" />
      ))}
    </div>
  )
}

type HeadProps = {
  readonly view: ComparedView | null
  readonly failed: boolean
}

/** The sentence comes first, whatever is known; the choosers under it stay as they are meanwhile. */
function Head({ view, failed }: HeadProps) {
  const { title, waiting, waitingHint, sub } = text.compare
  const isWaiting = view === null && !failed
  return (
    <>
      <h1 dir="auto">{view?.headline ?? (failed ? title : waiting)}</h1>
      <PageLead actions={view && <CompareExport view={view} />}>
        {view?.found.both.length !== 0 && (
          <p className="sub" aria-busy={isWaiting}>
            {isWaiting ? waitingHint : sub}
          </p>
        )}
      </PageLead>
    </>
  )
}

export function ComparePage() {
  const { left, right, today, isReady, go } = useSides()
  const organizations = useRead('GET /api/organizations', {}).data?.organizations
  const boards = { left: useBoard(left, isReady), right: useBoard(right, isReady) }
  const isSameOrganization = left.organization === right.organization
  const full = { left: sideName(left, organizations), right: sideName(right, organizations) }
  const short = isSameOrganization ? { left: sideDay(left), right: sideDay(right) } : full
  const names = { ...short, isSameOrganization }
  const found = useCompared(boards.left.data, boards.right.data)
  const { data: a } = boards.left
  const { data: b } = boards.right
  const view = a &&
    b &&
    found && { left: a, right: b, found, headline: comparedHeadline(found, names), names, full }
  const failed = boards.left.problem !== null || boards.right.problem !== null
  return (
    <div className="compare">
      <Head view={view ?? null} failed={failed} />
      <section className="compare-choice" aria-label={text.compare.label}>
        <SideChoice
          title={text.compare.left}
          side={left}
          organizations={organizations ?? []}
          today={today}
          onSide={side => go({ left: side, right })}
        />
        <Button kind="quiet" onPress={() => go({ left: right, right: left })}>
          {text.compare.swap}
        </Button>
        <SideChoice
          title={text.compare.right}
          side={right}
          organizations={organizations ?? []}
          today={today}
          onSide={side => go({ left, right: side })}
        />
      </section>
      {[boards.left, boards.right].map(
        (board, i) =>
          board.problem && (
            <Failure
              key={i === 0 ? 'left' : 'right'}
              problem={board.problem}
              onRetry={() => void board.refetch()}
            />
          ),
      )}
      {view ? <Result {...view} /> : !failed && <Waiting />}
    </div>
  )
}
