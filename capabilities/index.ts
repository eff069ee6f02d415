export { capabilities } from './list.ts'
