// A place for the page, until it is written.
import { text } from '../../messages/text.ts'

export function PeoplePage() {
  return <h1>{text.people.title}</h1>
}
