// The top line: whose report this is, the other reports beside it, the day it speaks of, and the theme.
import type { Report } from '@equalizer/measure'
import { text } from '../messages/text.ts'
import { day } from '../words/format.ts'
import type { Sibling } from './props.ts'

export interface NavProps {
  readonly report: Report
  readonly siblings: readonly Sibling[]
  readonly self: string | null
  readonly theme: 'light' | 'dark'
  readonly onTheme: () => void
}

export function Nav({ report, siblings, self, theme, onTheme }: NavProps) {
  const next = theme === 'dark' ? text.nav.theme.toLight : text.nav.theme.toDark
  return (
    <header className="top">
      <p className="org" dir="auto">
        {report.organization.name}
      </p>
      {siblings.length > 1 && (
        <nav aria-label={text.nav.siblings}>
          <ul className="siblings">
            {siblings.map(sibling => (
              <li key={sibling.href}>
                <a href={sibling.href} dir="auto" aria-current={sibling.href === self ? 'page' : undefined}>
                  {sibling.name}
                  {sibling.simulated && !/simulated/i.test(sibling.name) && (
                    <span className="tag">{text.nav.simulatedTag}</span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p className="as-of">
        <time dateTime={report.asOf}>{text.nav.asOf(day(report.asOf))}</time>
      </p>
      <button type="button" className="theme" onClick={onTheme} aria-label={text.nav.theme.label(next)}>
        {next}
      </button>
    </header>
  )
}
