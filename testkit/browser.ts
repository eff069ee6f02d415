// A real browser for tests: a Chromium of this machine, else the one inside an npm package, else none and why.
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

export interface FoundChromium {
  readonly path: string
  readonly args: readonly string[]
  /** Where it came from, for a line in a test's output. */
  readonly from: 'EQUALIZER_CHROMIUM' | 'PATH' | '@sparticuz/chromium'
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * What a browser window brings along and no test looks at: a whole page behind the address bar, loaded anew with each
 * context, at more than the page itself costs.
 */
const unseen = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']
/** Playwright's own list, of which Chromium would hear nothing: it listens to the last list alone. */
const offAnyway = [
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'AimEnabled',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/** Quiet: no traffic of its own, no profile set up, no sandbox where root may not have one. */
function ownFlags(): string[] {
  const root = process.getuid?.() === 0
  return [
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${[...offAnyway, ...unseen].join(',')}`,
    ...(root ? ['--no-sandbox'] : []),
  ]
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function onPath(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const paths = folders.flatMap(folder => names.map(name => join(folder, name)))
  return paths.find(isProgram) ?? null
}

/** Unpacks a Chromium from the package into the folder for temporary files, once. */
async function packaged(): Promise<FoundChromium | null> {
  try {
    const { default: carried } = await import('@sparticuz/chromium')
    // Not the flags that the package recommends: one process for everything dies with its first context, and web
    // security stays on.
    return { path: await carried.executablePath(), args: ownFlags(), from: '@sparticuz/chromium' }
  } catch {
    return null
  }
}

/** EQUALIZER_CHROMIUM, then the PATH, then the npm package; null when there is none. */
export async function findChromium(): Promise<FoundChromium | null> {
  const named = process.env.EQUALIZER_CHROMIUM
  if (named) {
    if (!isProgram(named)) throw new Error(`EQUALIZER_CHROMIUM names ${named}, which is no program.`)
    return { path: named, args: ownFlags(), from: 'EQUALIZER_CHROMIUM' }
  }
  const path = onPath()
  if (path) return { path, args: ownFlags(), from: 'PATH' }
  return packaged()
}

const noBrowser =
  'SKIPPED: no browser. Put a chromium on the PATH, name one in EQUALIZER_CHROMIUM, or install @sparticuz/chromium.'

/** A headless browser, or null after one loud line that says what to do; whoever gets one closes it. */
export async function launchBrowser(): Promise<Browser | null> {
  const found = await findChromium()
  if (!found) {
    console.warn(noBrowser)
    return null
  }
  try {
    return await chromium.launch({ executablePath: found.path, args: [...found.args], headless: true })
  } catch (cause) {
    // The package's browser needs system libraries that a bare machine may lack; a machine's own browser must start.
    if (found.from !== '@sparticuz/chromium') throw cause
    console.warn(`${noBrowser} The packaged one did not start: ${String(cause).split('\n')[0]}`)
    return null
  }
}
