export { type CharterActs, type CharterActsOptions, charterActs, charterWithRules } from './charter/file.ts'
export { type Kept, openCharter, type Sealed, sealCharter } from './charter/sealed.ts'
export { capabilities } from './list.ts'
