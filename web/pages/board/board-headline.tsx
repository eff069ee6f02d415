// The sentence that says what matters, its warning part in the warning colour, and how to read the desk.
import type { Board } from '@equalizer/client'
import type { ReactNode } from 'react'
import { text } from '../../messages/text.ts'
import { PageLead } from '../../parts/page-lead.tsx'
import { headlineOf } from '../../words/said-words.ts'

interface Props {
  readonly board: Board
  readonly dimmed: boolean
  readonly actions: ReactNode
}

export function BoardHeadline({ board, dimmed, actions }: Props) {
  const { lead, alarm, rest } = headlineOf(board.headline)
  const nothing = `${lead}${alarm}${rest}`.trim() === ''
  return (
    <div className={dimmed ? 'board-headline is-dimmed' : 'board-headline'}>
      <h1 dir="auto">
        {nothing ? text.board.nothingMeasured : lead} {alarm && <em>{alarm}</em>} {rest}
      </h1>
      {board.units.length > 0 && (
        <PageLead actions={actions}>
          <p className="sub">
            {board.organization.charter === 'inferred' ? text.sub.inferred : text.sub.normal}
          </p>
        </PageLead>
      )}
    </div>
  )
}
