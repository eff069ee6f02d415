// The rules as the server answers them: groups, units with their classes, presets.
import type { Answer } from '@equalizer/client'

export type Rules = Answer<'GET /api/organizations/{organization}/rules'>
