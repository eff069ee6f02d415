// What the page is given, on the server and again in the browser: nothing else feeds it.
import type { Report } from '@equalizer/measure'

/** Another report of the same desk; `href` is relative to this page. */
export interface Sibling {
  readonly name: string
  readonly href: string
  readonly simulated: boolean
}

export interface PageProps {
  readonly report: Report
  readonly siblings: readonly Sibling[]
  /** The `href` of this page among its siblings. */
  readonly self: string | null
}

export interface ProblemProps {
  readonly title: string
  readonly sentence: string
  readonly hint: string
}
