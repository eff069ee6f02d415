// What is taken for a link, and what is not.
import { expect, test } from 'vitest'
import { tokenIn } from './entering.ts'

test.each([
  ['http://127.0.0.1:4700/enter#IdbFGNUNmxyhikmOClNEBFhsKmimnuaf', 'IdbFGNUNmxyhikmOClNEBFhsKmimnuaf'],
  ['  IdbFGNUNmxyhikmOClNEBFhsKmimnuaf\n', 'IdbFGNUNmxyhikmOClNEBFhsKmimnuaf'],
  ['#IdbFGNUNmxyhikmOClNEBFhsKmimnuaf', 'IdbFGNUNmxyhikmOClNEBFhsKmimnuaf'],
  ['http://127.0.0.1:4700/enter', null],
  ['short', null],
  ['', null],
  [`#${'a'.repeat(257)}`, null],
  ['#<script>alert(1)</script>', null],
])('%j', (pasted, token) => expect(tokenIn(pasted)).toBe(token))
