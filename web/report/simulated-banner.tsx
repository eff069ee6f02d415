// The band that every page of a made-up organization wears, on the screen and on paper.
import { en } from '../messages/en.ts'

export function SimulatedBanner() {
  return (
    <aside className="simulated-banner" aria-label={en.simulated.word}>
      <p>
        <strong>{en.simulated.word}</strong> {en.simulated.sentence}
      </p>
    </aside>
  )
}
