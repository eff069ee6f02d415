// The page as a string of HTML, before any script runs; built into dist/render.js, because Node reads no JSX.
import { renderToString } from 'react-dom/server'
import { text } from './messages/text.ts'
import { Page } from './report/page.tsx'
import { Problem } from './report/problem.tsx'
import type { PageProps, ProblemProps } from './report/props.ts'

export interface Drawn {
  readonly title: string
  readonly body: string
}

export function drawReport(props: PageProps): Drawn {
  const { name, simulated } = props.report.organization
  return { title: text.title(name, simulated), body: renderToString(<Page {...props} />) }
}

export function drawProblem(props: ProblemProps): Drawn {
  return { title: text.problem.title(props.title), body: renderToString(<Problem {...props} />) }
}
