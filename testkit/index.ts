export { describeWithData, sharedData } from './shared-data.ts'
