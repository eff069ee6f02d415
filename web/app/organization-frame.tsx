// Around an organization's pages: its events are followed, and it is remembered as the last one.
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useEvents } from '../data/events.ts'
import { useOrganization } from '../data/organization.ts'
import { rememberOrganization } from '../data/preferences.ts'

export function OrganizationFrame() {
  const organization = useOrganization()
  useEvents(organization)
  useEffect(() => rememberOrganization(organization), [organization])
  return <Outlet />
}
