// The contract as routes: its paths in hono's spelling, in an order in which no pattern hides a fixed path.
import { contract, type Endpoint, type EndpointName } from '@equalizer/client/contract'

export interface Route {
  readonly name: EndpointName
  readonly endpoint: Endpoint
  readonly method: string
  /** With `{parameters}`. */
  readonly path: string
  /** With `:parameters`. */
  readonly pattern: string
  /** Whether an organization stands in the path. */
  readonly inOrganization: boolean
}

function routeOf(name: EndpointName): Route {
  const space = name.indexOf(' ')
  const path = name.slice(space + 1)
  return {
    name,
    endpoint: contract[name],
    method: name.slice(0, space),
    path,
    pattern: path.replace(/\{(\w+)\}/g, ':$1'),
    inOrganization: path.includes('{organization}'),
  }
}

const parameters = (route: Route) => route.path.split('{').length

export const routes: readonly Route[] = (Object.keys(contract) as EndpointName[])
  .map(routeOf)
  .sort((a, b) => parameters(a) - parameters(b))

const shapes = routes.map(({ method, path }) => ({
  method,
  shape: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}))

/** Methods that an address has; none: it is no endpoint's. */
export function methodsOf(path: string): string[] {
  return shapes.filter(({ shape }) => shape.test(path)).map(({ method }) => method)
}
