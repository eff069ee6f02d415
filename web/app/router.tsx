// The router over the routes; moving draws the next page when it is there, never an empty one between.
import { createRouter } from '@tanstack/react-router'
import { NotFound } from './not-found.tsx'
import { PageFailed } from './page-failed.tsx'
import { routes } from './routes.tsx'

export const router = createRouter({
  routeTree: routes,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingMs: 300,
  // One page that fails leaves the frame, and with it the way to the others.
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: NotFound,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
