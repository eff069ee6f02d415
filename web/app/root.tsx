// Around every page: nothing is shown to whom the server does not know.
import { Outlet } from '@tanstack/react-router'

export function Root() {
  return <Outlet />
}
