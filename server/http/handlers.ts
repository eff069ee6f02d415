// Every endpoint's handler, from the part of the server that does it.
import type { EndpointName } from '@equalizer/client/contract'
import { charterHandlers } from '../charter/handlers.ts'
import type { Handlers } from '../desk.ts'
import { doorHandlers } from '../door/handlers.ts'
import { jobHandlers } from '../jobs/handlers.ts'
import { measuresHandlers } from '../measures/handlers.ts'
import { observationsHandlers } from '../observations/handlers.ts'
import { organizationHandlers } from '../organizations/handlers.ts'
import { peopleHandlers } from '../people/handlers.ts'
import { searchHandlers } from '../search/handlers.ts'
import { sourceHandlers } from '../sources/handlers.ts'

/** Those that HTTP itself answers, since they are about the request and not about an organization. */
export type ServedByHttp =
  | 'GET /api/session'
  | 'POST /api/session'
  | 'DELETE /api/session'
  | 'GET /api/keys'
  | 'POST /api/keys'
  | 'DELETE /api/keys/{key}'
  | 'POST /api/organizations/{organization}/members/{person}/link'
  | 'GET /healthz'
  | 'GET /metrics'
  | 'GET /api/openapi.json'
  | 'GET /api/organizations/{organization}/events'
  | 'GET /log/schema.json'
  | 'GET /log/{organization}/checkpoint'
  | 'GET /log/{organization}/log.json'
  | 'GET /log/{organization}/keys'
  | 'GET /log/{organization}/state'
  | 'GET /log/{organization}/proof/{entry}'
  | 'GET /log/{organization}/text/{cid}'
  | 'GET /log/{organization}/witnesses'

/** All of them: an endpoint of the contract that nobody answers does not compile. */
export const handlers: Handlers<Exclude<EndpointName, ServedByHttp>> = {
  ...charterHandlers,
  ...doorHandlers,
  ...peopleHandlers,
  ...measuresHandlers,
  ...organizationHandlers,
  ...observationsHandlers,
  ...searchHandlers,
  ...sourceHandlers,
  ...jobHandlers,
}
