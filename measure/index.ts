export { assessUnits, type SurfaceInput, type UnitInput } from './control/assess.ts'
export { dayOfDate, dayOfMs } from './control/days.ts'
export { Facts, Names, noDay } from './control/facts.ts'
export { headline, weakestUnit } from './control/headline.ts'
export { type Rulebook, rulebook } from './control/rulebook.ts'
export type { SurfaceSpec } from './control/surface.ts'
export { capital, counted, nameList, percent, stageName, windowWords } from './control/words.ts'
export {
  type Identities,
  type KnownPerson,
  type MergingRules,
  resolveIdentities,
  type SameClaim,
  type SeenActor,
} from './identity/resolve.ts'
export type { Actor, ChangedFile, Observation, ObservationKind } from './observation.ts'
export { observationKinds } from './observation.ts'
export type {
  Change,
  Explanation,
  HistoryPoint,
  HolderReport,
  Measured,
  Merge,
  Metrics,
  Powers,
  Quota,
  Report,
  SourceReport,
  SurfaceReport,
  UnitReport,
  WindowName,
} from './report/report.ts'
export { metricsSchema, reportSchema } from './report/report.ts'
