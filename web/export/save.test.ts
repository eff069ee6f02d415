// Names of files: readable, of any script, and nothing in them that a file system minds.
import { expect, test } from 'vitest'
import { fileName } from './save.ts'

test.each([
  [['Northwind Commons', '2026-11-21'], 'northwind-commons-2026-11-21.svg'],
  [['../../etc/passwd', null], 'etc-passwd.svg'],
  [['Übersee & Söhne', 'Finanzen'], 'übersee-söhne-finanzen.svg'],
  [['北風', undefined], '北風.svg'],
  [['***'], 'equalizer.svg'],
  [['x'.repeat(200)], `${'x'.repeat(80)}.svg`],
])('%j', (parts, name) => expect(fileName(parts, 'svg')).toBe(name))
