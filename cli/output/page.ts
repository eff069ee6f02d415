// The report as one HTML page, drawn by the web part from what its build left.
import { existsSync } from 'node:fs'
import type { Report } from '@equalizer/measure'
import { Stop } from '../stop.ts'

/** In the installed package the built page lies beside the program; in a checkout the web part knows where it is. */
const packaged = new URL('./web/', import.meta.url)

/** Refuses (`cli.unavailable`) where the page was never built. */
export async function reportPage(report: Report): Promise<string> {
  // Large, and needed for nothing else.
  const { renderReport } = await import('@equalizer/web')
  try {
    return renderReport(report, existsSync(packaged) ? { dist: packaged } : {})
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('not built')) throw error
    const reason = 'The page is not built yet; npm start in the checkout builds it.'
    throw new Stop({ code: 'cli.unavailable', reason })
  }
}
