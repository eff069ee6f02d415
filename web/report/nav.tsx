// The top line: whose report this is, the other reports beside it, the day it speaks of, and the theme.
import type { Report } from '@equalizer/measure'
import { en } from '../messages/en.ts'
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
  const next = theme === 'dark' ? en.nav.theme.toLight : en.nav.theme.toDark
  return (
    <header className="top">
      <p className="org" dir="auto">
        {report.organization.name}
      </p>
      {siblings.length > 1 && (
        <nav aria-label={en.nav.siblings}>
          <ul className="siblings">
            {siblings.map(sibling => (
              <li key={sibling.href}>
                <a href={sibling.href} dir="auto" aria-current={sibling.href === self ? 'page' : undefined}>
                  {sibling.name}
                  {sibling.simulated && !/simulated/i.test(sibling.name) && (
                    <span className="tag">{en.nav.simulatedTag}</span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <p className="as-of">
        <time dateTime={report.asOf}>{en.nav.asOf(day(report.asOf))}</time>
      </p>
      <button type="button" className="theme" onClick={onTheme} aria-label={en.nav.theme.label(next)}>
        {next}
      </button>
    </header>
  )
}
