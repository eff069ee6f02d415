// Imports the repository once per message and answers with the figures; its peak memory is nobody else's.
import { readers } from '@equalizer/evidence'
import type { ImportFigures } from './git-import.ts'

const path = process.argv[2] as string
const nothing = () => {}

async function importOnce(): Promise<ImportFigures> {
  const figures = { commits: 0, observations: 0, refused: 0 }
  const ledger = {
    read: (rows = 1) => {
      figures.commits += rows
    },
    refuse: () => {
      figures.refused += 1
    },
    used: nothing,
    passOver: nothing,
    note: nothing,
    same: nothing,
    progress: nothing,
  }
  const source = { id: 'repository', kind: 'git' as const, path: '.' }
  for await (const batch of readers.git.read({ source, path, ledger })) figures.observations += batch.length
  return { ...figures, peakBytes: process.resourceUsage().maxRSS * 1024 }
}

process.on('message', () => {
  importOnce().then(figures => process.send?.(figures))
})
