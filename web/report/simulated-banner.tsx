// The band that every page of a made-up organization wears, on the screen and on paper.
import { text } from '../messages/text.ts'

export function SimulatedBanner() {
  return (
    <aside className="simulated-banner" aria-label={text.simulated.word}>
      <p>
        <strong>{text.simulated.word}</strong> {text.simulated.sentence}
      </p>
    </aside>
  )
}
