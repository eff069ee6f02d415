// The door of the report page: a report in, one self-contained HTML file out.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Report } from '@equalizer/measure'
import { fill, needsFurtherFonts } from './document.ts'
import type { PageProps, ProblemProps, Sibling } from './report/props.ts'

export interface RenderOptions {
  /** All reports of this desk, this one included; with fewer than two nothing is offered to switch to. */
  readonly siblings?: readonly Sibling[]
  /** The `href` of this report among its siblings. */
  readonly self?: string
  /** The folder that `node web/build.ts` made, where it does not lie beside this file. */
  readonly dist?: URL
}

/** What dist/render.js exports; the page itself is TSX, which Node does not read. */
interface Renderer {
  drawReport(props: PageProps): { title: string; body: string }
  drawProblem(props: ProblemProps): { title: string; body: string }
}

interface Built {
  readonly renderer: Renderer
  readonly report: string
  readonly problem: string
  readonly furtherFonts: string
}

const beside = new URL('./dist/', import.meta.url)
const built = new Map<string, Built>()

function load(dist: URL): Built {
  const held = built.get(dist.href)
  if (held) return held
  const path = (name: string) => fileURLToPath(new URL(name, dist))
  if (!existsSync(path('render.js')) || !existsSync(path('report.html'))) {
    throw new Error(
      `The report page is not built: run "node web/build.ts" (looked in ${fileURLToPath(dist)}).`,
    )
  }
  const read = (name: string) => readFileSync(path(name), 'utf8')
  const made: Built = {
    renderer: createRequire(import.meta.url)(path('render.js')),
    report: read('report.html'),
    problem: read('problem.html'),
    furtherFonts: read('further-fonts.html'),
  }
  built.set(dist.href, made)
  return made
}

/**
 * The report as one HTML file that needs nothing else: it reads without script, and its script and style stand in it
 * under a content security policy that allows no other. Throws when the page was not built.
 */
export function renderReport(report: Report, options: RenderOptions = {}): string {
  const { renderer, report: template, furtherFonts } = load(options.dist ?? beside)
  const props: PageProps = { report, siblings: options.siblings ?? [], self: options.self ?? null }
  const { title, body } = renderer.drawReport(props)
  return fill(template, {
    language: 'en',
    title,
    simulated: report.organization.simulated,
    furtherFonts: needsFurtherFonts(body) ? furtherFonts : '',
    body,
    data: props,
  })
}

/** A page for an error, or for what is not there yet, in the same design; three texts, no script but the theme's. */
export function renderProblem(problem: ProblemProps, options: Pick<RenderOptions, 'dist'> = {}): string {
  const { renderer, problem: template, furtherFonts } = load(options.dist ?? beside)
  const { title, body } = renderer.drawProblem(problem)
  return fill(template, {
    language: 'en',
    title,
    simulated: false,
    furtherFonts: needsFurtherFonts(body) ? furtherFonts : '',
    body,
    data: undefined,
  })
}
