// The whole page: one sentence first, then the desk, then everything else.

import { ThemeContext } from '../charts/theme-context.ts'
import { Desk } from '../desk/desk.tsx'
import { text } from '../messages/text.ts'
import { Check } from './check.tsx'
import { Glossary } from './glossary.tsx'
import { Headline } from './headline.tsx'
import { Identities } from './identities.tsx'
import { Nav } from './nav.tsx'
import type { PageProps } from './props.ts'
import { SimulatedBanner } from './simulated-banner.tsx'
import { Sources } from './sources.tsx'
import { Units } from './units.tsx'
import { useOpenUnit } from './use-open-unit.ts'
import { usePrinting } from './use-printing.ts'
import { useThemeSwitch } from './use-theme-switch.ts'

export function Page({ report, siblings, self }: PageProps) {
  const { theme, toggle } = useThemeSwitch()
  const { openId, open, onToggle } = useOpenUnit(report.units)
  const printing = usePrinting()
  const { simulated } = report.organization
  return (
    <ThemeContext value={printing ? 'light' : theme}>
      {simulated && <SimulatedBanner />}
      <div className="page">
        <a className="skip" href="#desk">
          {text.nav.skip}
        </a>
        <Nav report={report} siblings={siblings} self={self} theme={theme} onTheme={toggle} />
        <main>
          <Headline report={report} />
          <Desk report={report} openId={openId} onOpen={open} />
          <Units report={report} openId={openId} onToggle={onToggle} printing={printing} />
          <Identities report={report} />
          <Sources report={report} />
          <Check report={report} />
          <Glossary />
        </main>
        <footer>
          <p className="soft">{text.foot}</p>
        </footer>
      </div>
    </ThemeContext>
  )
}
