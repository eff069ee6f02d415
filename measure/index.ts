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
