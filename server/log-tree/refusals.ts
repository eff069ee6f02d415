// Why a log is not gone on with: each is a no that stands until somebody looks.
import { refused } from '@equalizer/core'

/** More was published than the database holds: it is older than the log, as after an older backup was restored. */
export const behind = (organization: string, stored: number, published: number) =>
  refused(
    'log.behind',
    `The database holds ${stored} entries of this log and ${published} were published: it is older than the log. equalizer log recover ${organization} brings back what is missing.`,
    { organization, stored, published },
  )

/** The database holds another history than the one that was published. */
export const forked = (organization: string, stored: number, published: number) =>
  refused(
    'log.forked',
    'The entries in the database are not those that were published; nothing is signed on top of them.',
    { organization, stored, published },
  )

/** A file of the published log is missing or changed. */
export const damaged = (organization: string, what: string) =>
  refused('log.damaged', `The published log is damaged: ${what}.`, { organization, what })

/** Its first entries were written for members alone; nobody said yet that they may be published. Acts go on. */
export const held = (organization: string) =>
  refused(
    'log.held',
    `This log began before logs were published: what people wrote then stands in it for everybody to read. equalizer log publish ${organization} publishes it.`,
    { organization },
  )

/** Another server has the key; this one appends and reads, and does not publish. */
export const elsewhere = (organization: string) =>
  refused('log.elsewhere', 'This log is published by another server, which has its key.', { organization })
