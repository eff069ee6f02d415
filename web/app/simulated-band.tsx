// Says on every page of a made-up organization that nothing on it is real.
import { useRead } from '../data/read.ts'
import { text } from '../messages/text.ts'
import { useHere } from './here.ts'

export function SimulatedBand() {
  const { organization } = useHere()
  const { data } = useRead(
    'GET /api/organizations/{organization}',
    { organization: organization ?? '' },
    { enabled: organization !== null },
  )
  if (organization === null || !data?.simulated) return null
  return (
    <aside className="shell-simulated" aria-label={text.simulated.word}>
      <p>
        <strong>{text.simulated.word}</strong> {text.simulated.sentence}
      </p>
    </aside>
  )
}
