export { LogWriter } from './log-writer.ts'
export {
  founded,
  members,
  payment,
  signers,
  stewards,
  TestOrganization,
  votedPayment,
} from './organization.ts'
export { type Published, publish, sourceOf, testOrigin } from './published.ts'
