// Begin: with this project, with an example, or with one's own; then watch the first reading until the board opens.
import './welcome.css'
import { useState } from 'react'
import { useSession } from '../../data/session.ts'
import { text } from '../../messages/text.ts'
import { Choices } from './choices.tsx'
import { FirstReading } from './first-reading.tsx'
import { type Started, useStart } from './use-start.ts'

export function WelcomePage() {
  const { data } = useSession()
  const starting = useStart()
  const [started, setStarted] = useState<Started | null>(null)
  if (started) return <FirstReading started={started} />
  const words = text.welcome
  return (
    <>
      <h1>{data?.server.firstRun === false ? words.again : words.heading}</h1>
      <p className="sub">{words.sub}</p>
      <Choices starting={starting} onStarted={setStarted} />
    </>
  )
}
