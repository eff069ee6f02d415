// What the colours and marks of the desk mean.
import { text } from '../messages/text.ts'

export function Key() {
  const { key } = text.desk
  return (
    <ul className="key" aria-hidden="true">
      <li className="key-cap">{key.declared}</li>
      <li className="key-lit">{key.measured}</li>
      <li className="key-maybe">{key.maybe}</li>
      <li className="key-unproven">{key.unproven}</li>
      <li className="key-aim">{key.target}</li>
    </ul>
  )
}
