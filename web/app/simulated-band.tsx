// Says on every page of a made-up organization that nothing on it is real; known before anything of the page is drawn.
import { useSession } from '../data/session.ts'
import { text } from '../messages/text.ts'
import { useHere } from './here.ts'

export function SimulatedBand() {
  const { organization } = useHere()
  const { data } = useSession()
  if (!data?.memberships.some(one => one.organization === organization && one.simulated)) return null
  return (
    <aside className="shell-simulated" aria-label={text.simulated.word}>
      <p>
        <strong>{text.simulated.word}</strong> {text.simulated.sentence}
      </p>
    </aside>
  )
}
