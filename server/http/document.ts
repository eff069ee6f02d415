// The interface as OpenAPI 3.1, made from the contract.
import { type Endpoint, type EndpointName, problemSchema } from '@equalizer/client/contract'
import { createRoute, OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import { statusOf } from './refusal-status.ts'
import { type Route, routes } from './routes.ts'

const tags: Readonly<Record<string, string>> = {
  session: 'Who asks: links, sessions, keys',
  organizations: 'Organizations, strictly apart',
  board: 'Where control sits, today or as of any day',
  evidence: 'Evidence: put in, understood, read, taken back',
  jobs: 'Work that takes a while, and news of it',
  observations: 'The evidence down to single facts',
  people: 'Whose handle is whose',
  charter: 'The charter and every change to it',
  door: 'Acts in the organization’s name, and taking part in decisions: the one door',
  rules: 'Who decides what',
  decisions: 'How acts are being decided, and were',
  members: 'Who takes part',
  views: 'The capabilities’ tables, made of the log',
  log: 'The log, entry by entry, and documents beside it',
  'published log': 'The log as anybody reads it, in the formats of c2sp.org',
  search: 'Search',
  server: 'The server itself',
}

/** What any endpoint may refuse with, by what it takes. */
function commonRefusals(endpoint: Endpoint, inOrganization: boolean): string[] {
  const codes = ['request.invalid', 'server.fault']
  if (endpoint.needs !== 'anyone') codes.push('access.sign_in', 'access.key_invalid', 'access.not_allowed')
  if (inOrganization) codes.push('organization.unknown')
  if (endpoint.body !== undefined) codes.push('request.wrong_type', 'request.too_large', 'request.too_slow')
  return codes
}

const because: Readonly<Record<string, string>> = { 'application/json': 'The answer' }

function answerOf(endpoint: Endpoint): RouteConfig['responses'] {
  const status = endpoint.status ?? 200
  if (endpoint.answer === undefined) return { [status]: { description: 'Done; nothing to say' } }
  if (typeof endpoint.answer === 'string') {
    const content = { [endpoint.answer]: { schema: z.string() } }
    return { [status]: { description: because[endpoint.answer] ?? 'Text', content } }
  }
  return {
    [status]: { description: 'The answer', content: { 'application/json': { schema: endpoint.answer } } },
  }
}

function refusalsOf(route: Route): RouteConfig['responses'] {
  const codes = [...commonRefusals(route.endpoint, route.inOrganization), ...(route.endpoint.refuses ?? [])]
  const byStatus = Map.groupBy(codes, statusOf)
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      status,
      { description: some.join(', '), content: { 'application/json': { schema: problemSchema } } },
    ]),
  )
}

function bodyOf(endpoint: Endpoint): { body?: NonNullable<NonNullable<RouteConfig['request']>['body']> } {
  if (endpoint.body === undefined) return {}
  if (endpoint.body === 'bytes') {
    const schema = { type: 'string', format: 'binary' } as const
    return { body: { required: true, content: { 'application/octet-stream': { schema } } } }
  }
  return { body: { required: true, content: { 'application/json': { schema: endpoint.body } } } }
}

/** `GET /api/organizations/{organization}/board` → `getOrganizationsBoard`; what stands last counts always. */
function operationId(name: EndpointName): string {
  const [method = '', path = ''] = name.split(' ')
  const words = path
    .replace(/^\/(api\/)?/, '')
    .replace('{organization}/', '')
    .split(/[/.]/)
    .map(word => word.replace(/^\{(\w+)\}$/, 'by-$1'))
  const pascal = words.map(word => word.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()))
  return method.toLowerCase() + pascal.join('')
}

function routeConfig(route: Route) {
  const { endpoint } = route
  const { params, query } = endpoint
  return createRoute({
    method: route.method.toLowerCase() as 'get',
    path: route.path,
    operationId: operationId(route.name),
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: endpoint.needs === 'anyone' ? [] : [{ session: [] }, { key: [] }],
    request: { ...(params ? { params } : {}), ...(query ? { query } : {}), ...bodyOf(endpoint) },
    responses: { ...answerOf(endpoint), ...refusalsOf(route) },
  })
}

/** The whole document, as served at `/api/openapi.json`. */
export function openApiDocument(version: string): Record<string, unknown> {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono()
  openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'equalizer.session',
    description: 'Given by POST /api/session. A change with it must come from the server’s own page.',
  })
  openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key, made by POST /api/keys for one organization with scopes.',
  })
  for (const route of routes) openAPIRegistry.registerPath(routeConfig(route))
  const document = getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Equalizer',
      version,
      description:
        'The control desk for progressive decentralization. A refusal has a code, a reason and facts.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
  })
  return document as unknown as Record<string, unknown>
}
