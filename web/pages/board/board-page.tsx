// The board: one sentence that says what matters, the desk, and what stands behind it; today or as of any day.
import './board.css'
import type { Board } from '@equalizer/client'
import { Suspense, useMemo } from 'react'
import { useOrganization, useScopes } from '../../data/organization.ts'
import { useRead } from '../../data/read.ts'
import { deskUnitOfBoard } from '../../desk/desk-unit.ts'
import { text } from '../../messages/text.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Failure } from '../../parts/failure.tsx'
import { day } from '../../words/format.ts'
import { BoardDesk } from './board-desk.tsx'
import { BoardEmpty } from './board-empty.tsx'
import { BoardHeadline } from './board-headline.tsx'
import { BoardLoading } from './board-loading.tsx'
import { CheckBoard } from './check-board.tsx'
import { type Days, newestBy } from './days.ts'
import { BringAlong, ExportMenu } from './late-parts.tsx'
import { Latest } from './latest.tsx'
import { Missing } from './missing.tsx'
import { passing } from './passing.ts'
import { Past } from './past.tsx'
import { TimeBar } from './time-bar.tsx'
import { useLiveWords } from './use-live-words.ts'
import { usePast } from './use-past.ts'
import { type TimeTravel, useTimeTravel } from './use-time-travel.ts'

/** Fetched when somebody takes the board along. */
const boardFiles = () => import('./board-files.ts')
/** A picture that is drawn into a PNG has an end. */
const pictureUnits = 80

/** Why it may not be done here; null: it may. Whoever may act may propose a move; targets are the stewards' to set. */
function useReason(needs: 'manage' | 'act', isPast: boolean): string | null {
  if (!useScopes().has(needs)) return text.board.fader.reader
  return isPast ? text.board.fader.past : null
}

function useNames(board: Board | undefined) {
  const organization = useOrganization()
  const sources = useRead('GET /api/organizations/{organization}/sources', { organization })
  return useMemo(
    () => ({
      unit: (id: string) => board?.units.find(unit => unit.id === id)?.name,
      source: (id: string) => sources.data?.sources.find(source => source.id === id)?.name,
    }),
    [board, sources.data],
  )
}

interface ShownProps {
  readonly board: Board
  readonly days: Days | undefined
  readonly travel: TimeTravel
  /** The board of another day is on its way. */
  readonly isWaiting: boolean
}

function Shown({ board, days, travel, isWaiting }: ShownProps) {
  const organization = useOrganization()
  const names = useNames(board)
  const past = usePast(days, board)
  const isPast = travel.asOf !== undefined || travel.passing !== null
  const reason = useReason('manage', isPast)
  const faderReason = useReason('act', isPast)
  const then = travel.passing === null ? null : newestBy(past, travel.passing)
  const units = useMemo(() => board.units.map(deskUnitOfBoard), [board.units])
  const shown = useMemo(() => (then ? passing(units, then) : units), [units, then])
  return (
    <>
      <BoardHeadline
        board={board}
        dimmed={travel.passing !== null}
        actions={
          <Suspense fallback={null}>
            {faderReason === null && (
              <LinkButton to="/o/$organization/act" params={{ organization }}>
                {text.act.title}
              </LinkButton>
            )}
            <ExportMenu
              name={[board.organization.name, board.asOf]}
              svg={async () => (await boardFiles()).boardPicture(board)}
              png={async () => (await boardFiles()).boardPicture(board, pictureUnits)}
              csv={async () => (await boardFiles()).boardTable(board)}
              json={() => board}
            />
          </Suspense>
        }
      />
      {(board.units.length > 0 || travel.asOf !== undefined) && (
        <TimeBar days={days} past={past} board={board} travel={travel} isWaiting={isWaiting} />
      )}
      {board.units.length === 0 ? (
        <BoardEmpty />
      ) : (
        <>
          <BoardDesk
            units={shown}
            reason={reason}
            faderReason={faderReason}
            passing={travel.passing !== null}
          />
          <Past days={past} units={units} />
        </>
      )}
      <div className="board-below">
        <Latest names={names} />
        {board.units.length > 0 && (
          <div>
            <Missing board={board} />
            <CheckBoard board={board} />
          </div>
        )}
      </div>
    </>
  )
}

/** In place of the sentence, while there is none. */
function Title({ asOf, isPending }: { readonly asOf: string | undefined; readonly isPending: boolean }) {
  const words = asOf === undefined ? text.board.title : text.board.time.asOf(day(asOf))
  return <h1 className={isPending ? 'visually-hidden' : undefined}>{words}</h1>
}

export function BoardPage() {
  const organization = useOrganization()
  const days = useRead('GET /api/organizations/{organization}/days', { organization })
  const travel = useTimeTravel(days.data?.today)
  const asOf = travel.asOf === undefined ? {} : { asOf: travel.asOf }
  const board = useRead(
    'GET /api/organizations/{organization}/board',
    { organization, ...asOf },
    { keep: true },
  )
  const said = useLiveWords(board.isPlaceholderData ? undefined : board.data)
  // Until the day that was asked for is here, its figures go on passing by.
  const isWaiting = board.isPlaceholderData && travel.passing === null
  const shown = isWaiting ? { ...travel, passing: travel.asOf ?? days.data?.today ?? null } : travel
  return (
    <div className="board">
      {!board.data && <Title asOf={travel.asOf} isPending={board.isPending} />}
      {board.problem && (
        <>
          <Failure problem={board.problem} onRetry={() => void board.refetch()} />
          {!board.data && (
            <TimeBar days={days.data} past={[]} board={undefined} travel={travel} isWaiting={false} />
          )}
        </>
      )}
      {board.isPending && <BoardLoading />}
      {board.data && (
        <Suspense fallback={null}>
          <BringAlong />
        </Suspense>
      )}
      {board.data && <Shown board={board.data} days={days.data} travel={shown} isWaiting={isWaiting} />}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  )
}
