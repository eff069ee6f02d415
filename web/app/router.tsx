// The router over the routes; moving draws the next page when it is there, never an empty one between.
import { createRouter } from '@tanstack/react-router'
import { routes } from './routes.tsx'

export const router = createRouter({
  routeTree: routes,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingMs: 300,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
