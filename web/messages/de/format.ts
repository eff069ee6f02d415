// Wie Tage, Anteile und Datenmengen zusammengesetzt werden; die Zahlen selbst kommen von Intl.
import type { format as en } from '../en/format.ts'

export const format: typeof en = {
  day: (day, month, year) => `${day}. ${month} ${year}`,
  dateLocale: 'de',
  percent: number => `${number} %`,
  bytes: (number, unit) => `${number} ${unit}`,
  utc: 'UTC',
  duration: {
    underMinute: 'unter einer Minute',
    minutes: n => (n === '1' ? '1 Minute' : `${n} Minuten`),
    hours: n => (n === '1' ? '1 Stunde' : `${n} Stunden`),
    days: n => (n === '1' ? '1 Tag' : `${n} Tage`),
  },
}
