// A place for the page, until it is written.
import { text } from '../../messages/text.ts'

export function EnterPage() {
  return <h1>{text.enter.title}</h1>
}
