export type { OrganizationOptions } from './organization/organization.ts'
export { generateOrganization, writeOrganization } from './organization/organization.ts'
export { hexOf, type Random, seeded } from './organization/random.ts'
