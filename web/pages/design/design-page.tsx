// Every token, part and state, in both themes side by side.
import './design.css'
import { text } from '../../messages/text.ts'
import { Samples } from './samples.tsx'

const themes = ['light', 'dark'] as const

export function DesignPage() {
  const words = text.design
  return (
    <div className="page-wide">
      <h1>{words.heading}</h1>
      <p className="sub">{words.sub}</p>
      <div className="design-themes">
        {themes.map(theme => (
          <section key={theme} className="design-theme" data-theme={theme} aria-label={words.themes[theme]}>
            <Samples />
          </section>
        ))}
      </div>
    </div>
  )
}
