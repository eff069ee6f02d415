export { failingFiles, InjectedFailure } from './failing-files.ts'
export { memoryFiles } from './memory-files.ts'
export { type TestLog, type TestLogOptions, testLog } from './test-log.ts'
