// The thread that reads charters: a text in, the charter or everything that is wrong with it out.
import { parentPort } from 'node:worker_threads'
import { readCharter } from '@equalizer/core'
import { observationKinds } from '@equalizer/measure'

const fileName = 'equalizer.yaml'

parentPort?.on('message', (yaml: string) => {
  parentPort?.postMessage(readCharter(yaml, fileName, { kinds: observationKinds }))
})
