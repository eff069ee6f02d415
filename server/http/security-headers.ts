// Headers of every answer: what the browser must not do with it.

/** Of the app's page: its own files, its own server, pictures it draws itself; nothing from anywhere else. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Of data: it is never a page, whatever a browser takes it for (OWASP REST security). */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

/**
 * Of the app's scripts. A worker is bound by the policy that its own file came with: the one that checks logs reads those that
 * other servers publish to pages of any origin, too.
 */
const scriptPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self' https: http:; frame-ancestors 'none'"

function policyOf(type: string): string {
  if (type.startsWith('text/html')) return pagePolicy
  return type.startsWith('text/javascript') ? scriptPolicy : dataPolicy
}

const always: readonly (readonly [name: string, value: string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
]

/** Adds them to an answer; `cache-control` only where the answer has none of its own. */
export function secure(headers: Headers): void {
  for (const [name, value] of always) headers.set(name, value)
  headers.set('content-security-policy', policyOf(headers.get('content-type') ?? ''))
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
}
