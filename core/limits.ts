// Every limit on input, in one place; docs/limits.md explains each one.

const KIB = 1024
const MIB = 1024 * KIB
const GIB = 1024 * MIB

export const limits = {
  /** A charter or mapping file. */
  charterBytes: MIB,
  /** Line ends, commas and opening brackets of one charter: what the time that it takes to parse goes by. */
  charterParts: 200_000,
  /** A list of operators as YAML or JSON, read whole so that a refusal can name the line; as CSV it streams. */
  operatorsBytes: MIB,
  /** Entries of one section of a list of operators, and holders of one entry. */
  operatorEntries: 100_000,
  holdersPerEntry: 1_000,
  /** YAML aliases expanded in one charter (a "billion laughs" is refused). */
  charterAliases: 100,
  /** Problems listed of one charter; beyond that they are only counted. */
  charterProblems: 200,
  people: 200_000,
  units: 2_000,
  surfacesPerUnit: 50,
  /** Evidence lines of one surface: every source may feed it. */
  linesPerSurface: 500,
  sources: 500,
  /** One evidence file as it lies on disk. */
  fileBytes: 16 * GIB,
  /** One evidence file after gunzip. */
  expandedBytes: 32 * GIB,
  /** Gunzipped bytes per compressed byte, once more than `expansionFreeBytes` came out. */
  expansionRatio: 200,
  expansionFreeBytes: 32 * MIB,
  /** One record (CSV row, JSONL line, JSON element), quoted newlines included. */
  recordBytes: 4 * MIB,
  columns: 1_000,
  /** Nesting of one JSON record. */
  jsonDepth: 64,
  /** Records of one file. */
  records: 50_000_000,
  /** Characters of a name, handle, path or reference that are kept; longer ones are refused. */
  textChars: 2_048,
  /** Digits of one amount. */
  amountDigits: 120,
  /** Paths kept of one commit; a larger commit keeps its totals and loses the path filter. */
  filesPerCommit: 20_000,
  /** Trailer lines read of one commit message. */
  trailersPerCommit: 1_000,
  /** How long git may say nothing while we wait for it. */
  gitSilenceMs: 120_000,
  /** Spellings of authors kept at hand while a history is read; beyond that they are worked out anew. */
  authorsCached: 100_000,
  /** Refused rows kept with their place, per source; beyond that only counted. */
  refusalsKept: 200,
  /** Different sentences that one reading may note. */
  notesKept: 200,
  /** Pairs of actors that one source may call the same. */
  identityClaims: 1_000_000,
  /** Rows without an id of their own in one file whose repetitions are told apart (16 MiB of memory). */
  repeatsTracked: 1_000_000,
  /** Characters at a file's beginning by which its kind is told. */
  peekChars: 64 * KIB,
  /** Proposals of one source whose time and tally are kept while its votes are read. */
  proposalsKept: 200_000,
  /** Sources found when a folder is measured without a charter. */
  filesInFolder: 10_000,
  folderDepth: 8,
  /** Handles and the names that go with them, of all sources of one survey, and the characters that spell them. */
  actors: 2_000_000,
  actorChars: 268_435_456,
  /** Holders listed per surface in a report. */
  holdersListed: 100,
  /** Groups of merged identities listed in a report. */
  mergesListed: 500,
  /** Rows of one page of a list. */
  pageRows: 500,
  /** One file put in through the server. */
  uploadBytes: 4 * GIB,
  /** One JSON body sent to the server. */
  bodyBytes: 2 * MIB,
  /** Files put in that no source uses yet, per organization. */
  uploadsWaiting: 100,
  organizations: 1_000,
  /** Jobs of one organization that wait or run. */
  jobsWaiting: 200,
  /** Browsers that follow one organization's events at a time. */
  followers: 2_000,
  /** Days for which every recorded day is kept; of months before that the last one is. */
  daysKept: 400,
  /** Rows that a list counts before it says "more than". */
  rowsCounted: 1_000_000,
  keysPerPerson: 100,
  /** Files on their way in at a time, over all organizations. */
  uploadsAtOnce: 8,
} as const
