// The refused rows with their place and reason, to be read, copied and saved.
import type { SourceState } from '@equalizer/client'
import { text } from '../../../messages/text.ts'
import { Button } from '../../../parts/button.tsx'
import { Reason } from '../../../parts/reason.tsx'
import { Section } from '../../../parts/section.tsx'
import { addToast } from '../../../parts/toast-list.ts'
import { count } from '../../../words/format.ts'
import type { AccountOf } from './account.tsx'
import { refusalsAsCsv, refusalsAsTabs } from './refusals-text.ts'
import { saveFile } from './save-file.ts'

interface Props {
  readonly source: SourceState
  readonly account: AccountOf
}

export function Refusals({ source, account }: Props) {
  const { refusals, rowsRefused } = account
  const words = text.evidence.source.refusals
  const { columns } = text.evidence.intake
  const hasFiles = new Set(refusals.map(row => row.file)).size > 1
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(refusalsAsTabs(refusals))
      addToast({ text: text.evidence.toast.copied })
    } catch {
      addToast({ text: text.evidence.toast.notCopied, tone: 'warn' })
    }
  }
  return (
    <Section
      title={words.heading}
      {...(refusals.length < rowsRefused
        ? { hint: words.shown(count(refusals.length), count(rowsRefused)) }
        : {})}
      actions={
        <>
          <Button size="small" onPress={() => void copy()}>
            {words.copy}
          </Button>
          <Button
            size="small"
            onPress={() => saveFile(words.fileName(source.id), 'text/csv', refusalsAsCsv(refusals))}
          >
            {words.save}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a pointer */}
      <section className="refusals-place" tabIndex={0} aria-label={words.caption(source.name)}>
        <table className="refusals-table">
          <thead>
            <tr>
              {hasFiles && <th scope="col">{columns.file}</th>}
              <th scope="col">{columns.line}</th>
              <th scope="col">{columns.column}</th>
              <th scope="col">{columns.reason}</th>
            </tr>
          </thead>
          <tbody>
            {refusals.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one place may be refused twice
              <tr key={i}>
                {hasFiles && <td dir="auto">{row.file}</td>}
                <td>{row.line === null ? '' : count(row.line)}</td>
                <td dir="auto">{row.column}</td>
                <td className="refusals-reason">
                  <Reason of={row} /> <code>{row.code}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
