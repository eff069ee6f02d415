// What the address of a comparison says: an organization and a day for each side.

import { calendarDay } from '../../data/calendar-day.ts'

export interface CompareSearch {
  readonly left?: string
  readonly leftDay?: string
  readonly right?: string
  readonly rightDay?: string
}

const organization = /^[a-z0-9][a-z0-9_-]{0,62}$/
const isOrganization = (value: string) => organization.test(value)
const isDay = (value: string) => value === 'today' || calendarDay(value) !== undefined

/** Whatever else stands in the address is left out. */
export function compareIn(search: Readonly<Record<string, unknown>>): CompareSearch {
  const read = (key: keyof CompareSearch, fits: (value: string) => boolean) => {
    const value = search[key]
    return typeof value === 'string' && fits(value) ? { [key]: value } : {}
  }
  return {
    ...read('left', isOrganization),
    ...read('leftDay', isDay),
    ...read('right', isOrganization),
    ...read('rightDay', isDay),
  }
}
