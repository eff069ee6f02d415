// What the command line needs of the server; everything else is reached over HTTP.
export { defaultFolder } from './data-folder.ts'
export { type BackUpOptions, backUp } from './store/backup/back-up.ts'
export { type RestoreOptions, restoreBackup } from './store/backup/restore.ts'
export { openStore } from './store/open-store.ts'
