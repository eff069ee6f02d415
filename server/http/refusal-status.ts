// Which HTTP status a refusal has: one table, by code, then by how codes are built.

const byCode: Readonly<Record<string, number>> = {
  'access.sign_in': 401,
  'access.key_invalid': 401,
  'session.link_invalid': 401,
  'access.too_often': 429,
  'door.too_often': 429,
  'upload.busy': 429,
  'job.too_many': 429,
  'request.invalid': 400,
  'request.too_slow': 408,
  // As proxies write it into their logs: closed by the client.
  'request.abandoned': 499,
  'request.wrong_type': 415,
  'request.wrong_host': 421,
  'request.unknown': 404,
  'request.wrong_method': 405,
  'events.too_many': 503,
  'store.unavailable': 503,
  'server.fault': 500,
  'server.no_room': 507,
  'cursor.invalid': 400,
  'organization.exists': 409,
  'source.same_evidence': 409,
  'source.own_log': 409,
  'source.being_read': 409,
  'upload.in_use': 409,
  'job.finished': 409,
  'job.not_stopped': 409,
  'charter.sources_differ': 409,
  'board.not_measured': 409,
  'log.elsewhere': 503,
  'log.held': 503,
  'log.behind': 503,
  'log.forked': 503,
  'log.rewound': 503,
  'log.damaged': 503,
  'log.busy': 503,
}

const bySuffix: readonly (readonly [suffix: string, status: number])[] = [
  ['.unknown', 404],
  ['.superseded', 409],
  ['.too_many', 409],
  ['.too_large', 413],
]

/** 422 where nothing more is known: it was understood, and the answer is no. */
export function statusOf(code: string): number {
  const exact = byCode[code]
  if (exact !== undefined) return exact
  if (code.startsWith('access.')) return 403
  return bySuffix.find(([suffix]) => code.endsWith(suffix))?.[1] ?? 422
}
