export {
  type Act,
  type AskedAct,
  askedActSchema,
  organizationUnit,
  type Payload,
  personId,
  unitId,
} from './act/act.ts'
export { anyJson } from './act/any-json.ts'
export type {
  ActType,
  Capability,
  ColumnKind,
  EventSchemas,
  Executing,
  Execution,
  MeasureType,
  RowChange,
  StreamType,
  TableType,
  ViewType,
} from './capability.ts'
export { type ChangeKind, changeKinds } from './charter/change-kinds.ts'
export type {
  Charter,
  CharterInput,
  Mapping,
  Person,
  Source,
  Surface,
  SurfaceEvidence,
  Unit,
} from './charter/charter.ts'
export { charterSchema, mappingSchema, sourceKinds } from './charter/charter.ts'
export { type FoundSource, type Inferred, idFrom, inferCharter } from './charter/infer.ts'
export { charterJsonSchema, type JsonSchema } from './charter/json-schema.ts'
export {
  type GovernedUnit,
  ownLogSource,
  type UnitPowers,
  withOwnLog,
} from './charter/own-log.ts'
export { type CharterProblem, problemLine } from './charter/problem.ts'
export { type CharterReading, type ReadCharterOptions, readCharter } from './charter/read.ts'
export { takeBack } from './charter/take-back.ts'
export { validCharter } from './charter/valid.ts'
export { type SourceChange, withoutSource, withSource } from './charter/with-source.ts'
export { type WriteCharterOptions, writeCharter } from './charter/write.ts'
export { readYaml } from './charter/yaml-text.ts'
export { type ExercisedBallot, exercisedBallots, hasEarlyClose } from './decision/count-vote.ts'
export {
  closedPhases,
  type DecisionState,
  openPhases,
  type Phase,
  type Said,
  type VoteResult,
} from './decision/decision.ts'
export { evolveDecision } from './decision/evolve.ts'
export {
  declareAct,
  declareStream,
  type EventOf,
  type EventOn,
  type ExecutingOf,
} from './declare.ts'
export {
  type DelegationColumns,
  type ExercisedColumns,
  exerciseColumns,
} from './delegation/exercise-columns.ts'
export { type Exercised, exercised } from './delegation/exercised.ts'
export { delegationProblem, delegationProblemBy, type Outgoing } from './delegation/problem.ts'
export {
  type ClassScope,
  type Delegation,
  delegationsFor,
  type Scope,
  scopeKey,
  scopeOfBoth,
} from './delegation/scope.ts'
export { type ChainValue, chainAnchor, combinedSeed, revealed, verifyReveal } from './group/draw-chain.ts'
export { drawJury, juryTicket, type Seed } from './group/jury.ts'
export { type AsOf, isMember, weightIn } from './group/membership.ts'
export {
  type Books,
  type CastBallot,
  type Measured,
  type Need,
  NotAtHand,
  type Now,
  type WeightedDelegation,
} from './kernel/books.ts'
export { type Command, commandSchema, type Tick } from './kernel/command.ts'
export { createKernel, type KernelOptions } from './kernel/create-kernel.ts'
export { type Founding, foundingDraft } from './kernel/founding.ts'
export type { Answered, Foreseen, Handled, Kernel } from './kernel/kernel.ts'
export { createLedger, type Ledger, type LedgerOptions } from './kernel/ledger.ts'
export { strictLedger } from './kernel/strict-ledger.ts'
export { limits } from './limits.ts'
export { canonical } from './log/canonical.ts'
export { cidOf } from './log/cid.ts'
export { type CidStream, cidOfChunks, createCid, emptyDirectoryCid, type Hasher } from './log/cid-stream.ts'
export { cidText } from './log/cid-text.ts'
export type { At, Draft, Entry, Json, JsonObject, LogEvent } from './log/entry.ts'
export { actTypes, loggedCommands } from './log/schema/commands.ts'
export { type EventSchema, entrySchema, eventSchemas } from './log/schema/entry-schema.ts'
export { type LogJsonSchemas, logJsonSchemas } from './log/schema/json-schema.ts'
export { type MoveName, movePayloads } from './move/move-acts.ts'
export { ruleActs } from './move/plan-move.ts'
export {
  type ErasedPerson,
  erasedProblem,
  erasureEvent,
  erasureStream,
  personErasedBy,
} from './person/erased.ts'
export { accepted, type Fact, type Refusal, type Result, refused } from './refusal.ts'
export { classesSchema, type DecisionClass, decisionClassSchema } from './rule/decision-class.ts'
export { type Group, groupId, groupSchema, type StandingKey } from './rule/group.ts'
export { type Rule, ruleSchema } from './rule/rule.ts'
export {
  classesInForce,
  classOf,
  evolveRules,
  type Gate,
  governedUnits,
  type Rules,
  rulesIn,
  unitRules,
} from './rule/rules.ts'
export { stepsOf } from './rule/steps.ts'
export { fromBase64, toBase64 } from './signing/bytes.ts'
export { isWeakKey, type Verify, verifyEd25519 } from './signing/ed25519.ts'
export { type KeyState, keyBytes, keyStreamOf } from './signing/key.ts'
export { type BallotSaid, ballotMessage, type KeySaid, keyMessage } from './signing/message.ts'
export { subjectOf } from './signing/subject.ts'
export { position, shownPosition } from './stage/position.ts'
export { presetRule } from './stage/preset.ts'
export { type Stage, stageNames, stages } from './stage/stage.ts'
export { stageOf } from './stage/stage-of.ts'
export { type BallotColumns, ballotColumns } from './voting/ballot-columns.ts'
export { cannotChange } from './voting/early-close.ts'
export {
  type Amount,
  type Ballot,
  type Choice,
  type Method,
  methods,
  type Rational,
  type Tally,
} from './voting/method.ts'
export { type VoteOutcome, voteOutcome } from './voting/outcome.ts'
export { type Closing, extendedClose, type Quorum, quorumOf } from './voting/quorum.ts'
export { addRationals, compareRationals, rational } from './voting/rational.ts'
export { type DefaultOption, type Settings, validSettings } from './voting/settings.ts'
export { choiceFromSnapshot } from './voting/snapshot/choice.ts'
export { snapshotScores } from './voting/snapshot/scores.ts'
export {
  type SnapshotBallot,
  type SnapshotScores,
  type SnapshotType,
  snapshotTypes,
} from './voting/snapshot/vote.ts'
export type { Support } from './voting/support.ts'
export { tally } from './voting/tally.ts'
export { tallyColumns } from './voting/tally-columns.ts'
export { validChoice } from './voting/valid.ts'
export { ballotsAreFinal, shareOf, type VoteRule, voteRuleSchema } from './voting/vote-rule.ts'
