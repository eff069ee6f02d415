// A place for the page, until it is written.
import { text } from '../../messages/text.ts'

export function OrganizationsPage() {
  return <h1>{text.organizations.title}</h1>
}
