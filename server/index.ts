// What the command line and the benchmarks need of the server; everything else is reached over HTTP.
export { defaultFolder } from './data-folder.ts'
export { observationColumns, observationRow } from './jobs/observation-row.ts'
export { type ListAsked, listObservations } from './observations/list.ts'
export { type BackUpOptions, backUp } from './store/backup/back-up.ts'
export { type RestoreOptions, restoreBackup } from './store/backup/restore.ts'
export { runCopyText } from './store/copy.ts'
export { openStore } from './store/open-store.ts'
export type { Store } from './store/store.ts'
