// The server itself: is it well, what does it count, and this very interface as OpenAPI 3.1.
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const serverEndpoints = {
  'GET /healthz': endpoint({
    summary: 'Say whether the server and its database answer',
    tag: 'server',
    needs: 'anyone',
    answer: 'text/plain',
  }),
  'GET /metrics': endpoint({
    summary: 'Figures in the Prometheus text format',
    tag: 'server',
    needs: 'server',
    answer: 'text/plain',
  }),
  'GET /api/openapi.json': endpoint({
    summary: 'This interface as OpenAPI 3.1',
    tag: 'server',
    needs: 'anyone',
    answer: z.record(z.string(), z.unknown()),
  }),
}
