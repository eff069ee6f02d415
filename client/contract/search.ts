// Search over everything that has a page: units, surfaces, parties, sources.
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { inOrganization } from './words.ts'

export const foundSchema = z.object({
  what: z.enum(['unit', 'surface', 'party', 'source']),
  id: z.string(),
  name: z.string(),
  detail: z.string(),
  unit: z.string().nullable().describe('For a unit or surface: the unit’s id'),
})
export type Found = z.infer<typeof foundSchema>

export const searchEndpoints = {
  'GET /api/organizations/{organization}/search': endpoint({
    summary: 'Find units, surfaces, parties and sources by a part of their name',
    tag: 'search',
    needs: 'read',
    params: inOrganization,
    query: z.object({ q: z.string().min(1).max(200) }),
    answer: z.object({ found: z.array(foundSchema).describe('Best first, at most 30') }),
  }),
}
