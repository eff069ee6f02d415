export { type Answer, conflictAt, saying, signatures } from './answer.ts'
export { type AskWitness, askWitness, type WitnessAnswer } from './ask-witness.ts'
export { everySoOften } from './every-so-often.ts'
export { type Evidence, keepEvidence, type Misbehaviour, readEvidence } from './evidence.ts'
export { type Followed, type FollowOptions, followOnce } from './follow.ts'
export {
  type Growth,
  growthOf,
  MissingTile,
  type Published,
  readPublished,
  type Seen,
  tileReader,
} from './grown.ts'
export { addressOf, send, type WitnessAppOptions, witnessApp } from './http.ts'
export { byOrigin, type KnownLog, type LogKeys, parseLogs } from './known-logs.ts'
export { type Listening, listen, parseListen } from './listen.ts'
export { type FolderLock, lockFolder } from './lock-folder.ts'
export { bundleBytesAtMost, type LogSource, type UrlSourceOptions, urlSource, wordsOf } from './log-source.ts'
export { type OneAtATime, oneAtATime } from './one-at-a-time.ts'
export { leastPace, type Pace, paced, TooSlow } from './pace.ts'
export { readBounded } from './read-bounded.ts'
export { readRequest, saidTooSlow } from './read-request.ts'
export { createThrottle, type Throttle, type ThrottleOptions } from './throttle.ts'
export { createTracker, type Held, type Step, type Tracker, type TrackerOptions } from './tracker.ts'
export { type Watch, type WatchOptions, watchLogs } from './watch.ts'
export { type Cosigned, createWitness, type Witness, type WitnessOptions } from './witness.ts'
