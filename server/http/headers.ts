// The security headers of every answer.

const entities: Readonly<Record<string, string>> = {
  '&#39;': "'",
  '&#x27;': "'",
  '&quot;': '"',
  '&amp;': '&',
}

/** The policy in a page's own meta element; without one, nothing is allowed. */
export function policyOf(html: string): string {
  const meta = /<meta http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1]
  return (
    meta?.replace(/&(?:#39|#x27|quot|amp);/g, entity => entities[entity] ?? entity) ?? "default-src 'none'"
  )
}

/**
 * Sent with every answer. The page's policy comes again as a header, with what a meta element cannot say: nobody frames
 * it (CSP Level 3, section 3.3).
 */
export function securityHeaders(policy: string): Record<string, string> {
  return {
    'content-security-policy': `${policy.replace(/;\s*$/, '')}; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cache-control': 'no-cache',
  }
}
