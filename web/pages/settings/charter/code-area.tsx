// A large text with numbered lines; lines with a problem are marked, and one can be jumped to.
import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { usePaper } from '../../../desk/use-paper.ts'

/** As the style sheet has it, in pixels. */
const lineHeight = 20
const linesInSight = 40

export interface CodeAreaHandle {
  /** Puts the cursor there; both count from 1. */
  readonly go: (line: number, column: number | null) => void
}

export interface CodeAreaProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isReadOnly: boolean
  /** Lines to mark, by what is wrong there. */
  readonly marks: ReadonlyMap<number, 'error' | 'warning'>
  readonly describedBy: string
  readonly handle: Ref<CodeAreaHandle>
}

function offsetOf(value: string, line: number, column: number | null): number {
  const lines = value.split('\n')
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  return before + Math.min(lines[line - 1]?.length ?? 0, Math.max(0, (column ?? 1) - 1))
}

export function CodeArea(props: CodeAreaProps) {
  const { label, value, onChange, isReadOnly, marks, describedBy, handle } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const [top, setTop] = useState(0)
  useImperativeHandle(handle, () => ({
    go(line, column) {
      const element = area.current
      if (!element) return
      const at = offsetOf(element.value, line, column)
      element.focus()
      element.setSelectionRange(at, at)
      element.scrollTop = Math.max(0, (line - 6) * lineHeight)
    },
  }))
  const paper = usePaper()
  const count = value.split('\n').length
  const first = Math.floor(top / lineHeight)
  const numbers = Array.from(
    { length: Math.max(0, Math.min(linesInSight, count - first)) },
    (_, i) => first + i + 1,
  )
  return (
    <>
      {/* What scrolls is cut on paper; the whole text stands there in its place. */}
      {paper && <pre className="settings-paper">{value}</pre>}
      <div className="settings-code">
        <div className="settings-gutter" aria-hidden="true">
          <div style={{ transform: `translateY(${first * lineHeight - top}px)` }}>
            {numbers.map(number => (
              <span key={number} className={marks.get(number) ?? ''}>
                {number}
              </span>
            ))}
          </div>
        </div>
        <textarea
          ref={area}
          aria-label={label}
          aria-describedby={describedBy}
          value={value}
          readOnly={isReadOnly}
          onChange={event => onChange(event.target.value)}
          onScroll={event => setTop(event.currentTarget.scrollTop)}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
        />
      </div>
    </>
  )
}
