// The page's own policy comes through whole, and framing is always forbidden.
import { expect, test } from 'vitest'
import { policyOf, securityHeaders } from './headers.ts'

test('the policy of a page is read from its meta element, entities undone', () => {
  const html = `<head><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src data:"></head>`
  expect(policyOf(html)).toBe("default-src 'none'; img-src data:")
})

test('a page without a policy may do nothing', () => {
  expect(policyOf('<p>hello</p>')).toBe("default-src 'none'")
})

test('nobody frames, sniffs or learns where one came from', () => {
  const headers = securityHeaders("default-src 'none';")
  expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
})
