// A place for the page, until it is written.
import { text } from '../../messages/text.ts'

export function WelcomePage() {
  return <h1>{text.welcome.title}</h1>
}
