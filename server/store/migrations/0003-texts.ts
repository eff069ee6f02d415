// What is looked through for a text or a path moves out of the observations: some rows' together, in a table of its own.
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/*
 * Looking through every observation for a text reads the whole table, most of which is not looked at, and costs anew for
 * each row. Here `search` and `paths` hold those of consecutive rows, from `row` on, apart by U+001E, and the paths of one
 * row by U+001F; U+001D is left for between them. A row whose paths are not said has U+001A: it must be looked at itself. `observation-texts.ts` writes
 * them; what older versions stored is written here once, in the same form.
 */
const statements = [
  // Up to 8 KiB stays in the row: packing and fetching it from elsewhere would cost more than the room.
  sql`CREATE TABLE observation_texts (
    organization_id text COLLATE "C" NOT NULL,
    import_id text COLLATE "C" NOT NULL,
    "row" int8 NOT NULL,
    search text COLLATE "C" NOT NULL,
    paths text COLLATE "C" NOT NULL,
    PRIMARY KEY (organization_id, import_id, "row")
  ) WITH (toast_tuple_target = 8160)`,
  sql`INSERT INTO observation_texts
    SELECT organization_id, import_id, min("row"),
      string_agg(translate(search, E'\x1D\x1E', E'\uFFFD\uFFFD'), E'\x1E' ORDER BY "row"),
      string_agg(
        CASE WHEN files IS NULL THEN ''
          WHEN files::text ~* '\\\\u001[adef]' OR length(files::text) > 16384 THEN E'\x1A'
          ELSE (
            SELECT coalesce(string_agg(file ->> 0, E'\x1F'), '') FROM json_array_elements(files) AS file
          ) END,
        E'\x1E' ORDER BY "row")
    FROM observations
    GROUP BY organization_id, import_id, ("row" - 1) / 8`,
  sql`ALTER TABLE observations DROP COLUMN search`,
]

export const texts: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db)
  },
}
