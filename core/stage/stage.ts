// The five stages, from "the team decides" to "the community decides and nobody can override".

export const stages = [0, 1, 2, 3, 4] as const
export type Stage = (typeof stages)[number]
/** In the words of every part: API, command line, docs; the web says them in the reader's language. */
export const stageNames = ['team', 'consulted', 'shared', 'community', 'autonomous'] as const
