// A place for the page, until it is written.
import { text } from '../../messages/text.ts'

export function UnitPage() {
  return <h1>{text.unit.title}</h1>
}
