// What can be done with things on their way in: send, look at, read differently, let count, throw away.
import type { Answer, Answered, Understanding } from '@equalizer/client'
import { send as ask } from '../../../data/write.ts'
import { type Draft, draftOf, readingOf } from './draft.ts'
import { type Item, type Origin, pathName } from './item.ts'
import { type Sending, send } from './send.ts'
import { allItems, change, drop, itemOf, put } from './waiting-room.ts'

type Added = Answer<'POST /api/organizations/{organization}/sources'>

/** Files that wait here at a time, as the server takes them. */
export const itemsAtMost = 100
const sendingAtOnce = 2
const previewAfterMs = 350

const sendings = new Map<string, Sending>()
const previews = new Map<
  string,
  { readonly timer: ReturnType<typeof setTimeout>; readonly stop: AbortController }
>()
let lastNumber = 0

function fresh(organization: string, name: string, origin: Origin): Item {
  lastNumber += 1
  return {
    id: `in-${lastNumber}`,
    organization,
    name,
    origin,
    stage: 'waiting',
    sentBytes: 0,
    totalBytes: origin.from === 'file' ? origin.file.size : 0,
    understanding: null,
    draft: null,
    fits: false,
    previewing: false,
    everyMinutes: null,
    problem: null,
    open: false,
  }
}

/** False: there would be too many, and none was taken. */
export function takeFiles(organization: string, files: readonly File[]): boolean {
  if (allItems().length + files.length > itemsAtMost) return false
  put(files.map(file => fresh(organization, file.name, { from: 'file', file, upload: null })))
  sendNext()
  return true
}

function sendNext(): void {
  for (const item of allItems()) {
    if (sendings.size >= sendingAtOnce) return
    if (item.stage === 'waiting' && item.origin.from === 'file') void sendOne(item, item.origin.file)
  }
}

async function sendOne(item: Item, file: File): Promise<void> {
  const { id, organization } = item
  const sending = send(organization, file, sentBytes => {
    change(id, { sentBytes, stage: sentBytes >= file.size ? 'looking' : 'sending' })
  })
  sendings.set(id, sending)
  change(id, { stage: 'sending', sentBytes: 0, problem: null })
  const answer = await sending.answer
  sendings.delete(id)
  if (answer.ok) {
    const { upload, understanding } = answer.value
    const kept = itemOf(id)
    change(id, { origin: { from: 'file', file, upload } })
    understand(id, understanding)
    // Sent once more, after the server had thrown it away: what was filled in is still wanted.
    if (kept?.draft) redraft(id, kept.draft)
  } else change(id, { stage: 'failed', problem: answer.problem })
  sendNext()
}

/** A reading that the server could make something of: at least one of the first rows, where there are any. */
function fits({ reading, observations, refusals }: Understanding): boolean {
  return reading !== null && (observations.length > 0 || refusals.length === 0)
}

function understand(id: string, understanding: Understanding): void {
  const draft = draftOf(understanding)
  const alone = allItems().filter(item => item.stage !== 'failed').length === 1
  change(id, {
    stage: 'understood',
    understanding,
    draft,
    fits: fits(understanding),
    everyMinutes: understanding.reading?.kind === 'git' ? 60 : null,
    problem: null,
    open: alone || understanding.reading === null,
  })
  // Where a mapping was suggested in full, what it makes of the rows is seen at once.
  if (understanding.reading === null) redraft(id, draft)
}

/** Looks at a path; a refusal puts nothing in, so that the form it came from can say why. */
export async function lookAtPath(organization: string, path: string): Promise<Answered<Item>> {
  const answer = await ask('POST /api/organizations/{organization}/paths', {
    input: { organization },
    body: { path },
  })
  if (!answer.ok) return answer
  const item = fresh(organization, answer.value.name || pathName(path), { from: 'path', path })
  put([item])
  understand(item.id, answer.value)
  change(item.id, { open: true })
  return { ok: true, value: item }
}

/** Takes over what a form says, and looks again a moment after its last change. */
export function redraft(id: string, draft: Draft): void {
  forgetPreview(id)
  const reading = readingOf(draft)
  change(id, { draft, fits: false, previewing: reading !== null, problem: null })
  if (reading === null) return
  const stop = new AbortController()
  const timer = setTimeout(() => void preview(id, draft, stop.signal), previewAfterMs)
  previews.set(id, { timer, stop })
}

function forgetPreview(id: string): void {
  const running = previews.get(id)
  if (!running) return
  clearTimeout(running.timer)
  running.stop.abort()
  previews.delete(id)
}

async function preview(id: string, draft: Draft, signal: AbortSignal): Promise<void> {
  const item = itemOf(id)
  const reading = readingOf(draft)
  if (!item || !reading) return
  const { organization, origin } = item
  const asked =
    origin.from === 'path'
      ? ask('POST /api/organizations/{organization}/paths', {
          input: { organization },
          body: { path: origin.path, reading },
          signal,
        })
      : ask('POST /api/organizations/{organization}/uploads/{upload}/preview', {
          input: { organization, upload: origin.upload ?? '' },
          body: { reading },
          signal,
        })
  try {
    const answer = await asked
    if (signal.aborted) return
    if (answer.ok) change(id, { understanding: answer.value, fits: fits(answer.value), previewing: false })
    else change(id, { problem: answer.problem, previewing: false })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** Lets it count. The item stays with its problem where that is refused, and goes where it is not. */
export async function letCount(id: string): Promise<Answered<Added> | null> {
  const item = itemOf(id)
  const reading = item?.draft ? readingOf(item.draft) : null
  if (!item || !reading) return null
  const { organization, origin } = item
  change(id, { stage: 'adding', problem: null })
  const from = origin.from === 'path' ? { path: origin.path } : { upload: origin.upload ?? '' }
  const answer = await ask('POST /api/organizations/{organization}/sources', {
    input: { organization },
    body: {
      from,
      reading,
      ...(item.name.trim() === '' ? {} : { name: item.name.trim().slice(0, 120) }),
      ...(origin.from === 'path' ? { everyMinutes: item.everyMinutes } : {}),
    },
  })
  if (answer.ok) drop(id)
  else change(id, { stage: 'understood', problem: answer.problem })
  return answer
}

/** Sends it again, or looks again; what was filled in stays. */
export function tryAgain(id: string): void {
  const item = itemOf(id)
  if (!item) return
  if (item.origin.from === 'path') {
    if (item.draft) redraft(id, item.draft)
    return
  }
  change(id, { stage: 'waiting', problem: null })
  sendNext()
}

/** Stops what runs for it and forgets it, here and on the server. */
export function throwAway(id: string): void {
  const item = itemOf(id)
  if (!item) return
  sendings.get(id)?.stop()
  forgetPreview(id)
  drop(id)
  if (item.origin.from !== 'file' || item.origin.upload === null) return
  const { organization } = item
  // Whether it worked is nobody's concern: the server sweeps what no source uses.
  void ask('DELETE /api/organizations/{organization}/uploads/{upload}', {
    input: { organization, upload: item.origin.upload },
  })
}

export const rename = (id: string, name: string): void => change(id, { name })
export const unfold = (id: string, open: boolean): void => change(id, { open })
export const readEvery = (id: string, everyMinutes: number | null): void => change(id, { everyMinutes })

/** Whether leaving the tab would lose something that is being sent. */
export function isSending(): boolean {
  return sendings.size > 0
}
