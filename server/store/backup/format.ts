// The backup's file: gzip over parts, each a line of JSON, blocks of bytes with their lengths, and a line that sums it up.
//
//   {"equalizer-backup":1,"made":"…","migrations":["0001-ground",…]}
//   {"table":"observations","columns":["organization_id",…]}
//   <length>\n<bytes> … 0\n          lines of COPY's text format, whole lines in each block
//   {"rows":3,"bytes":120,"sha256":"…"}
//   {"file":["acme","upload-id"]}              or, of a folder that was put in, ["acme","upload-id","votes.csv"]
//   <length>\n<bytes> … 0\n
//   {"bytes":9,"sha256":"…"}
//   {"end":true,"parts":17}
import { z } from 'zod'

export const formatVersion = 1
/** A line of COPY is at most a row; a row at most a few cells of 4 MiB. */
export const blockBytes = 256 * 1024 * 1024
export const lineBytes = 65_536

/** A name that leads nowhere else, of a folder or file below `files`. */
export const fileName = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}$/)
const sqlName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/)

export const headSchema = z.object({
  'equalizer-backup': z.number().int(),
  made: z.string(),
  migrations: z.array(z.string()),
})
export type Head = z.infer<typeof headSchema>

export const partSchema = z.union([
  z.object({ table: sqlName, columns: z.array(sqlName).min(1).max(200) }),
  z.object({ file: z.array(fileName).min(2).max(8) }),
  z.object({ end: z.literal(true), parts: z.number().int() }),
])
export type Part = z.infer<typeof partSchema>
/** What there is something of: a table's rows or a file's bytes. */
export type Content = Exclude<Part, { end: true }>

export const sumSchema = z.object({
  rows: z.number().int().optional(),
  bytes: z.number().int(),
  sha256: z.string(),
})
export type Sum = z.infer<typeof sumSchema>

export const nameOf = (part: Content) => ('table' in part ? part.table : `files/${part.file.join('/')}`)
