// How dates, shares and amounts of bytes are put together; the figures themselves come from Intl.

export const format = {
  day: (day: number, month: string, year: number) => `${day} ${month} ${year}`,
  /** By whose habits a day is typed and a week begins: a day before its month, as above. */
  dateLocale: 'en-GB',
  percent: (number: string) => `${number}%`,
  /** Quantity and unit. */
  bytes: (number: string, unit: 'B' | 'kB' | 'MB' | 'GB') => `${number} ${unit}`,
  utc: 'UTC',
  duration: {
    underMinute: 'under a minute',
    minutes: (n: string) => (n === '1' ? '1 minute' : `${n} minutes`),
    hours: (n: string) => (n === '1' ? '1 hour' : `${n} hours`),
    days: (n: string) => (n === '1' ? '1 day' : `${n} days`),
  },
}
