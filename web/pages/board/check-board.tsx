// Check it yourself: the hash over everything that was counted, the rules, and how to repeat it.
import type { Board } from '@equalizer/client'
import { addressOf } from '@equalizer/client'
import { useOrganization } from '../../data/organization.ts'
import { text } from '../../messages/text.ts'
import { Button } from '../../parts/button.tsx'
import { Time } from '../../parts/time.tsx'
import { useToast } from '../../parts/toast-list.ts'
import { count } from '../../words/format.ts'

function Command({ line }: { readonly line: string }) {
  const toast = useToast()
  const copy = async () => {
    await navigator.clipboard.writeText(line)
    toast({ text: text.board.check.copied })
  }
  return (
    <div className="board-command">
      <code>{line}</code>
      <Button kind="quiet" size="small" onPress={() => void copy()}>
        {text.board.check.copy}
      </Button>
    </div>
  )
}

export function CheckBoard({ board }: { readonly board: Board }) {
  const organization = useOrganization()
  const { check } = text.board
  const report = addressOf('GET /api/organizations/{organization}/report', {
    organization,
    ...(board.basis === 'current' ? {} : { asOf: board.asOf }),
  })
  return (
    <section className="board-block" aria-labelledby="board-check">
      <h2 id="board-check">{check.heading}</h2>
      <p className="soft">{check.lead}</p>
      <dl className="board-facts">
        {board.inputHash && (
          <div>
            <dt>{check.hash}</dt>
            <dd className="board-hash">{board.inputHash}</dd>
          </div>
        )}
        <div>
          <dt>{check.rulebook}</dt>
          <dd>{board.rulebook}</dd>
        </div>
        <div>
          <dt>{check.charter}</dt>
          <dd>{check.version(count(board.charterVersion))}</dd>
        </div>
        {board.measuredAt && (
          <div>
            <dt>{check.measured}</dt>
            <dd>
              <Time iso={board.measuredAt} />
            </dd>
          </div>
        )}
      </dl>
      <p className="soft">
        {check.counts(
          count(board.sources.observations),
          count(board.sources.all),
          count(board.people.parties),
        )}
      </p>
      <p className="board-command-label">{check.command}</p>
      <Command line={check.commandLine(board.asOf)} />
      <p className="board-actions">
        <a href={report} download={`${organization}-${board.asOf}.json`}>
          {check.report}
        </a>
      </p>
    </section>
  )
}
