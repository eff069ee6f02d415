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
export { type CharterProblem, problemLine } from './charter/problem.ts'
export { type CharterReading, type ReadCharterOptions, readCharter } from './charter/read.ts'
export { takeBack } from './charter/take-back.ts'
export { validCharter } from './charter/valid.ts'
export { type SourceChange, withoutSource, withSource } from './charter/with-source.ts'
export { type WriteCharterOptions, writeCharter } from './charter/write.ts'
export { readYaml } from './charter/yaml-text.ts'
export { limits } from './limits.ts'
export { accepted, type Fact, type Refusal, type Result, refused } from './refusal.ts'
export {
  type Amount,
  type Ballot,
  type Choice,
  type Method,
  methods,
  type Rational,
  type Tally,
} from './voting/method.ts'
export { addRationals, compareRationals, rational } from './voting/rational.ts'
export { type DefaultOption, type Settings, validSettings } from './voting/settings.ts'
export { tally } from './voting/tally.ts'
export { validChoice } from './voting/valid.ts'
