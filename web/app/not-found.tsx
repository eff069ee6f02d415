// An address that leads nowhere, and the ways on from it.
import { Link } from '@tanstack/react-router'
import { text } from '../messages/text.ts'

export function NotFound() {
  return (
    <section className="shell-message">
      <h1>{text.shell.notFound.title}</h1>
      <p className="sub">{text.shell.notFound.hint}</p>
      <p>
        <Link to="/">{text.shell.notFound.home}</Link>
      </p>
    </section>
  )
}
