// The one list of what is plugged in: a new capability is a folder beside this file and a line in this list.
import type { Capability } from '@equalizer/core'
import { charter } from './charter/index.ts'
import { curation } from './curation/index.ts'
import { lending } from './lending/index.ts'
import { treasury } from './treasury/index.ts'

export const capabilities: readonly Capability[] = [charter, treasury, curation, lending]
