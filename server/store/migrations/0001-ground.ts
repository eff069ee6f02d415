// The ground: every table of organizations, charters, evidence, measures and jobs.
import { type Kysely, sql } from 'kysely'

/*
 * Every primary key leads with the organization, so that one organization's rows lie together and no query of one can
 * need another's. Text is compared by its bytes (COLLATE "C"): the order is the same on every server, and quick.
 * JSON is kept as it was written (json, not jsonb): a report comes back key by key as it was measured.
 * What people write can be longer than an index takes (8 KiB against 2.7): such text is looked up by its MD5.
 */
const statements = [
  `CREATE TABLE organizations (
    organization_id text COLLATE "C" PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    simulated boolean NOT NULL,
    origin text COLLATE "C" NOT NULL,
    charter_version int NOT NULL,
    revision int8 NOT NULL DEFAULT 1,
    created_ms int8 NOT NULL
  )`,
  `CREATE TABLE charters (
    organization_id text COLLATE "C" NOT NULL,
    version int NOT NULL,
    charter json NOT NULL,
    given boolean NOT NULL,
    kind text COLLATE "C" NOT NULL,
    facts json NOT NULL,
    at_ms int8 NOT NULL,
    "by" text COLLATE "C" NOT NULL,
    undoes int,
    PRIMARY KEY (organization_id, version)
  )`,
  `CREATE TABLE sources (
    organization_id text COLLATE "C" NOT NULL,
    source_id text COLLATE "C" NOT NULL,
    origin text COLLATE "C" NOT NULL,
    location text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    every_ms int8,
    next_read_ms int8,
    current_import text COLLATE "C",
    added_ms int8 NOT NULL,
    removed_ms int8,
    PRIMARY KEY (organization_id, source_id)
  )`,
  'CREATE INDEX sources_next_read ON sources (next_read_ms) WHERE next_read_ms IS NOT NULL',
  `CREATE TABLE uploads (
    organization_id text COLLATE "C" NOT NULL,
    upload_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    bytes int8 NOT NULL,
    sha256 text COLLATE "C" NOT NULL,
    at_ms int8 NOT NULL,
    PRIMARY KEY (organization_id, upload_id)
  )`,
  `CREATE TABLE imports (
    organization_id text COLLATE "C" NOT NULL,
    import_id text COLLATE "C" NOT NULL,
    source_id text COLLATE "C" NOT NULL,
    job_id text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    fingerprint text COLLATE "C",
    bytes int8,
    observations int8 NOT NULL,
    account json,
    first_ms int8,
    last_ms int8,
    started_ms int8 NOT NULL,
    finished_ms int8,
    PRIMARY KEY (organization_id, import_id)
  )`,
  'CREATE INDEX imports_source ON imports (organization_id, source_id, started_ms)',
  `CREATE TABLE observations (
    organization_id text COLLATE "C" NOT NULL,
    import_id text COLLATE "C" NOT NULL,
    "row" int8 NOT NULL,
    search text COLLATE "C" NOT NULL DEFAULT '',
    observation_id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    actor text COLLATE "C",
    actor_name text COLLATE "C",
    at_ms int8,
    weight numeric NOT NULL,
    asset text COLLATE "C" NOT NULL,
    decimals int NOT NULL,
    about text COLLATE "C",
    choice text COLLATE "C",
    required int8,
    reference text COLLATE "C" NOT NULL,
    files json,
    attributes json,
    PRIMARY KEY (organization_id, import_id, "row")
  )`,
  // An import's id is unique on its own, so these need not repeat the organization. Each ends with the row, so that a
  // page is read in order from where the last one ended. What is not dated or has no actor comes first.
  `CREATE INDEX observations_at ON observations
    (import_id, kind, (coalesce(at_ms, -9000000000000000)), "row")`,
  `CREATE INDEX observations_weight ON observations
    (import_id, kind, ((weight::float8 / power(10::float8, decimals))), "row")`,
  `CREATE INDEX observations_actor ON observations
    (import_id, (coalesce(left(actor, 100), '')), (coalesce(at_ms, -9000000000000000)), "row")`,
  `CREATE TABLE claims (
    organization_id text COLLATE "C" NOT NULL,
    import_id text COLLATE "C" NOT NULL,
    "row" int8 NOT NULL,
    a text COLLATE "C" NOT NULL,
    b text COLLATE "C" NOT NULL,
    rule text COLLATE "C" NOT NULL,
    detail text COLLATE "C" NOT NULL,
    PRIMARY KEY (organization_id, import_id, "row")
  )`,
  `CREATE TABLE actors (
    organization_id text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    name text COLLATE "C",
    party_id text COLLATE "C",
    bot_rule text COLLATE "C",
    observations int8 NOT NULL,
    actor_key text COLLATE "C" GENERATED ALWAYS AS (md5(actor)) STORED,
    party_key text COLLATE "C" GENERATED ALWAYS AS (md5(party_id)) STORED,
    PRIMARY KEY (organization_id, actor_key)
  )`,
  'CREATE INDEX actors_party ON actors (organization_id, party_key)',
  `CREATE TABLE parties (
    organization_id text COLLATE "C" NOT NULL,
    party_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    members int8 NOT NULL,
    observations int8 NOT NULL,
    reasons json NOT NULL,
    party_key text COLLATE "C" GENERATED ALWAYS AS (md5(party_id)) STORED,
    PRIMARY KEY (organization_id, party_key)
  )`,
  'CREATE INDEX parties_largest ON parties (organization_id, observations DESC, party_key)',
  `CREATE TABLE suggestions (
    organization_id text COLLATE "C" NOT NULL,
    number int NOT NULL,
    actors json NOT NULL,
    reason text COLLATE "C" NOT NULL,
    PRIMARY KEY (organization_id, number)
  )`,
  `CREATE TABLE reports (
    organization_id text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    basis text COLLATE "C" NOT NULL,
    fingerprint text COLLATE "C" NOT NULL,
    charter_version int NOT NULL,
    measured_ms int8 NOT NULL,
    report json NOT NULL,
    PRIMARY KEY (organization_id, day)
  )`,
  `CREATE TABLE unit_reports (
    organization_id text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    unit_id text COLLATE "C" NOT NULL,
    number int NOT NULL,
    fingerprint text COLLATE "C" NOT NULL,
    declared float8,
    score float8,
    low float8,
    high float8,
    report json NOT NULL,
    PRIMARY KEY (organization_id, day, unit_id)
  )`,
  'CREATE INDEX unit_reports_unit ON unit_reports (organization_id, unit_id, day)',
  `CREATE TABLE jobs (
    organization_id text COLLATE "C" NOT NULL,
    job_id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    source_id text COLLATE "C",
    import_id text COLLATE "C",
    state text COLLATE "C" NOT NULL,
    phase text COLLATE "C" NOT NULL,
    done int8 NOT NULL,
    total int8,
    observations int8 NOT NULL,
    problem json,
    attempts int NOT NULL,
    owner text COLLATE "C",
    beat_ms int8,
    created_ms int8 NOT NULL,
    started_ms int8,
    finished_ms int8,
    PRIMARY KEY (organization_id, job_id)
  )`,
  'CREATE INDEX jobs_newest ON jobs (organization_id, created_ms DESC)',
  'CREATE INDEX jobs_source ON jobs (organization_id, source_id, created_ms DESC)',
  "CREATE INDEX jobs_open ON jobs (created_ms) WHERE state IN ('waiting', 'running')",
  `CREATE TABLE members (
    organization_id text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    PRIMARY KEY (organization_id, user_id)
  )`,
  'CREATE INDEX members_user ON members (user_id)',
]

export const ground = {
  async up(db: Kysely<never>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
