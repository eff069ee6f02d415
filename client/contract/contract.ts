// The contract of the HTTP interface: every endpoint once, by method and path.
import { boardEndpoints } from './board.ts'
import { charterEndpoints } from './charter.ts'
import { doorEndpoints } from './door.ts'
import { doorPeopleEndpoints } from './door-people.ts'
import { jobEndpoints } from './jobs.ts'
import { logEndpoints } from './log.ts'
import { observationEndpoints } from './observations.ts'
import { organizationEndpoints } from './organizations.ts'
import { peopleEndpoints } from './people.ts'
import { publicLogEndpoints } from './public-log.ts'
import { searchEndpoints } from './search.ts'
import { serverEndpoints } from './server.ts'
import { sessionEndpoints } from './session.ts'
import { signingEndpoints } from './signing.ts'
import { sourceEndpoints } from './sources.ts'

export const contract = {
  ...sessionEndpoints,
  ...organizationEndpoints,
  ...boardEndpoints,
  ...sourceEndpoints,
  ...jobEndpoints,
  ...observationEndpoints,
  ...peopleEndpoints,
  ...charterEndpoints,
  ...doorEndpoints,
  ...doorPeopleEndpoints,
  ...signingEndpoints,
  ...logEndpoints,
  ...publicLogEndpoints,
  ...searchEndpoints,
  ...serverEndpoints,
}
export type Contract = typeof contract
export type EndpointName = keyof Contract

export type { Board, BoardUnit, UnitView } from './board.ts'
export { boardSchema, unitSchema } from './board.ts'
export type { Change, CharterView } from './charter.ts'
export type {
  ActTypeView,
  Decision,
  DecisionLine,
  DoorAnswer,
  Foreseen,
  RulesPreview,
  UnitRules,
} from './door.ts'
export type { DoorPerson } from './door-people.ts'
export type { Endpoint, Needs, Scope } from './endpoint.ts'
export { scopes } from './endpoint.ts'
export type { Changed, Job } from './jobs.ts'
export type { ObservationRow } from './observations.ts'
export type { Organization } from './organizations.ts'
export type { Party } from './people.ts'
export type { PublishedLog, Witnesses } from './public-log.ts'
export type { Found } from './search.ts'
export type { Key, Session } from './session.ts'
export type { Reading, SourceState, Understanding } from './sources.ts'
export { type Called, type Problem, problemSchema } from './words.ts'
