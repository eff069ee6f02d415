// What a capability's table is called in the database: by its first word a backup knows that it is made of the log and need
// not be kept.
import type { TableType } from '@equalizer/core'
import { sql } from 'kysely'

export const madeName = ({ name }: Pick<TableType, 'name'>): string => `made_${name}`
export const madeTable = (table: Pick<TableType, 'name'>) => sql.table(madeName(table))
