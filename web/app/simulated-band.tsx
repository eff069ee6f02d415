// Says on every page of a made-up organization that nothing on it is real.
import { useEffect } from 'react'
import { rememberSimulated, wasSimulated } from '../data/preferences.ts'
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
  useEffect(() => {
    if (organization !== null && data) rememberSimulated(organization, data.simulated)
  }, [organization, data])
  if (organization === null || !(data ? data.simulated : wasSimulated(organization))) return null
  return (
    <aside className="shell-simulated" aria-label={text.simulated.word}>
      <p>
        <strong>{text.simulated.word}</strong> {text.simulated.sentence}
      </p>
    </aside>
  )
}
