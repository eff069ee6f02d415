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
  /** Delegations that one person has given, over all scopes. */
  delegationsPerPerson: 1_000,
  /** Hops of a chain of delegations, from whoever gives a new one onwards. */
  delegationHops: 32,
  /** People and scopes that the check for a circle walks through. */
  delegationSteps: 100_000,
  /** How often a last-minute quorum puts off the close of one vote. */
  voteExtensions: 100,
  /** How far the time at which a ballot was signed may be from the log's, either way. */
  signedWithinMs: 600_000,
  /** Draws of a jury that one anchor serves. */
  drawChain: 100_000,
  /** Organizations whose books one server keeps at hand. */
  lanes: 200,
  /** Commands of one organization that wait to be decided, and that are decided and stored together. */
  commandsWaiting: 5_000,
  commandsInBatch: 256,
  /** Entries of one organization's log that one person makes in an hour; more are told to come back. */
  commandsPerHour: 3_600,
  /** How long the state of a log stands before it is made anew for whoever asks. */
  stateEveryMs: 10_000,
  /** The least pace of what others send, on the whole and after a grace: a file, an upload to a mirror, a request to a witness. */
  paceGraceMs: 30_000,
  paceBytesPerSecond: 16 * KIB,
  /** Ballots up to which a vote is looked at after each for whether it can close early. */
  earlyBallots: 5_000,
  /** Documents kept beside the log of one organization. */
  documentsKept: 100_000,
  /** Sealed names that one search opens; it says where to go on. */
  namesLooked: 100_000,
  /** People known to one organization by name. */
  personsKept: 1_000_000,
  /** Entries that one answer of a search in the log looks through. */
  entriesLooked: 20_000,
  /** An entry of the log, canonical JSON. */
  entryBytes: 65_535,
  /** What carrying out one act adds to an entry; the rest is for the decision that ends in it. */
  executionBytes: 48_000,
  /** A rule with the groups behind it, which every decision keeps; the rest of its entry is for the act. */
  ruleBytes: 40_000,
  /** Characters of a note or a published reason. */
  noteChars: 4_000,
  /** Characters of the name of a unit, class or group. */
  nameChars: 120,
  /** Payloads that one decision chooses between, besides the first. */
  alternatives: 20,
  /** What a vote chooses between. */
  options: 200,
  /** Points that one ballot shares out, and the most that a score can be: exact shares stay below 434 digits. */
  ballotPoints: 1_000,
  classesPerUnit: 50,
  groups: 500,
  listedMembers: 1_000,
  /** Of a council or a jury. */
  seats: 500,
  /** Approvals, objections, vetoes or pauses that a rule can ask for. */
  headsNeeded: 100,
  /** Windows, delays and terms: ten years. */
  longestMs: 315_576_000_000,
  /** Decisions of one organization that are open at a time. */
  openDecisions: 10_000,
  /** Of one person's sending. */
  openDecisionsPerPerson: 200,
  /** Members of a group that are read one by one: the pool of a jury, the comparing of two groups. */
  poolMembers: 1_000_000,
  /** A text kept beside the log and named in it by CID: up to here a CID is the hash of one block. */
  documentBytes: MIB,
  /** People whose balance or score one act records, so that its entry keeps to `entryBytes`. */
  standingsPerAct: 150,
  /** Digits of an amount of money, a balance or a budget. */
  moneyDigits: 60,
  /** Decimal places of a currency. */
  currencyDecimals: 36,
  /** Documents that one act names by CID. */
  attachments: 50,
  /** Characters of a title, a purpose or a reference. */
  lineChars: 300,
  /** Roles that one person is given. */
  rolesPerPerson: 100,
  /** Candidates of one election. */
  candidates: 200,
  /** Operations of one change of the charter; a larger one goes in as a document. */
  patchOperations: 500,
  /** Characters of a signed note, its signatures included; a post-quantum one has 3,300. */
  signedNoteChars: 1_000_000,
  signaturesPerNote: 100,
  /** Characters of a proof that stands alone: a signed note, an entry and 63 hashes. */
  proofChars: 2_000_000,
  /** Characters of a policy of trust, and the logs, witnesses and groups that it names. */
  policyChars: 1_000_000,
  policyNames: 1_000,
} as const
