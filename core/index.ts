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
export { limits } from './limits.ts'
export { accepted, type Fact, type Refusal, type Result, refused } from './refusal.ts'
