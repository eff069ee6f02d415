// Around an organization's pages: its events are followed, it is remembered as the last one, and one that is not there
// says so.
import { Link, Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useEvents } from '../data/events.ts'
import { useOrganization, useOrganizationFacts } from '../data/organization.ts'
import { rememberOrganization } from '../data/preferences.ts'
import { text } from '../messages/text.ts'

function Missing() {
  return (
    <section className="shell-message">
      <h1>{text.shell.missing.title}</h1>
      <p className="sub">{text.shell.missing.hint}</p>
      <p>
        <Link to="/organizations">{text.shell.missing.all}</Link>
      </p>
    </section>
  )
}

const absent = new Set(['organization.unknown', 'access.not_allowed', 'access.not_member'])

export function OrganizationFrame() {
  const organization = useOrganization()
  const { data, problem } = useOrganizationFacts()
  const missing = data === undefined && problem !== null && absent.has(problem.code)
  useEvents(missing ? null : organization)
  useEffect(() => {
    if (data) rememberOrganization(organization)
  }, [data, organization])
  return missing ? <Missing /> : <Outlet />
}
