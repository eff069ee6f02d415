export { agreementBlocs } from './agreement/agreement-blocs.ts'
export type { AgreementOptions, Bloc, Vote } from './agreement/vote.ts'
export { type VotingBlocEntropy, votingBlocEntropy } from './agreement/voting-bloc-entropy.ts'
export { type ConcentrationProfile, concentrationProfile } from './concentration/concentration-profile.ts'
export { concentrationRatio } from './concentration/concentration-ratio.ts'
export { contributorAbsenceFactor } from './concentration/contributor-absence-factor.ts'
export { effectiveNumber } from './concentration/effective-number.ts'
export { elephantFactor } from './concentration/elephant-factor.ts'
export { evenness } from './concentration/evenness.ts'
export type { Share } from './concentration/fewest.ts'
export { gini } from './concentration/gini.ts'
export { hartleyEntropy } from './concentration/hartley-entropy.ts'
export { hhi } from './concentration/hhi.ts'
export { lorenzPoints } from './concentration/lorenz-points.ts'
export { maxShare } from './concentration/max-share.ts'
export { type MetricEntry, metricCatalog } from './concentration/metrics.ts'
export { minEntropy } from './concentration/min-entropy.ts'
export { nakamotoCoefficient } from './concentration/nakamoto-coefficient.ts'
export { participation } from './concentration/participation.ts'
export { type Ranked, rank, type Weights } from './concentration/ranked.ts'
export { renyiEntropy } from './concentration/renyi-entropy.ts'
export { shannonEntropy } from './concentration/shannon-entropy.ts'
export { tauIndex } from './concentration/tau-index.ts'
export { theil } from './concentration/theil.ts'
export { totalEntities } from './concentration/total-entities.ts'
export { assessUnits, type UnitInput } from './control/assess.ts'
export { dateOfDay, dayOfDate, dayOfMs } from './control/days.ts'
export { Facts, Names, noDay } from './control/facts.ts'
export { headline, weakestUnit } from './control/headline.ts'
export { type Rulebook, rulebook } from './control/rulebook.ts'
export type { SurfaceInput, SurfaceSpec } from './control/surface.ts'
export { capital, counted, nameList, percent, stageName, windowWords } from './control/words.ts'
export { canonical } from './identity/keys.ts'
export type { KnownPerson } from './identity/known-person.ts'
export {
  type Identities,
  type MergingRules,
  resolveIdentities,
  type SameClaim,
} from './identity/resolve.ts'
export type { SeenActor } from './identity/seen-actor.ts'
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
export { metricsSchema, reportSchema, unitReportSchema } from './report/report.ts'
export type { Said, SaidFacts, Verdict } from './report/said.ts'
