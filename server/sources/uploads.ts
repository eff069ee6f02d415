// Files put in: received, understood, looked at another way, thrown away. Nothing of them counts until a source does.
import { rm } from 'node:fs/promises'
import { accepted, limits, type Result, refused } from '@equalizer/core'
import type { Selectable } from 'kysely'
import type { Desk, Handlers } from '../desk.ts'
import type { UploadsTable } from '../store/tables.ts'
import { isHopeless, previewOf, unrecognized } from './preview.ts'
import { receiveUpload } from './receive-upload.ts'
import { endingOf, shownName } from './stored-name.ts'

export const uploadHandlers: Handlers<
  | 'POST /api/organizations/{organization}/uploads'
  | 'POST /api/organizations/{organization}/uploads/{upload}/preview'
  | 'DELETE /api/organizations/{organization}/uploads/{upload}'
> = {
  async 'POST /api/organizations/{organization}/uploads'({ desk, input, body }) {
    const { organization } = input
    if ((await countWaiting(desk, organization)) >= limits.uploadsWaiting) {
      const reason = 'Too many files wait to be added already. Please add or remove some of them first.'
      return refused('upload.too_many', reason, { limit: limits.uploadsWaiting })
    }
    const name = shownName(input.name)
    // The ending stays, since readers tell formats by it.
    const upload = `${desk.newId()}${endingOf(name)}`
    const path = desk.data.fileOf(organization, upload)
    const received = await receiveUpload(body, path)
    if (!received.ok) return received
    const understanding = await previewOf(desk, organization, { path, name })
    if (isHopeless(understanding)) {
      await rm(path, { force: true })
      return unrecognized(understanding, name)
    }
    await desk.store.db
      .insertInto('uploads')
      .values({
        organization_id: organization,
        upload_id: upload,
        name,
        ...received.value,
        at_ms: desk.clock.nowMs(),
      })
      .execute()
    return accepted({ upload, understanding })
  },

  async 'POST /api/organizations/{organization}/uploads/{upload}/preview'({ desk, input, body }) {
    const found = await uploadOf(desk, input.organization, input.upload)
    if (!found.ok) return found
    const path = desk.data.fileOf(input.organization, input.upload)
    const { name } = found.value
    return accepted(await previewOf(desk, input.organization, { path, name, reading: body.reading }))
  },

  async 'DELETE /api/organizations/{organization}/uploads/{upload}'({ desk, input }) {
    const found = await uploadOf(desk, input.organization, input.upload)
    if (!found.ok) return found
    const removed = await desk.store.db
      .deleteFrom('uploads')
      .where('organization_id', '=', input.organization)
      .where('upload_id', '=', input.upload)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('sources')
              .select('source_id')
              .where('organization_id', '=', input.organization)
              .where('location', '=', input.upload),
          ),
        ),
      )
      .executeTakeFirst()
    if (removed.numDeletedRows === 0n)
      return refused('upload.in_use', 'A source uses this file; take the source back instead')
    await rm(desk.data.fileOf(input.organization, input.upload), { recursive: true, force: true })
    return accepted(undefined)
  },
}

async function countWaiting({ store }: Desk, organization: string): Promise<number> {
  const { waiting } = await store.db
    .selectFrom('uploads as u')
    .leftJoin('sources as s', join =>
      join.onRef('s.organization_id', '=', 'u.organization_id').onRef('s.location', '=', 'u.upload_id'),
    )
    .where('u.organization_id', '=', organization)
    .where('s.source_id', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow()
  return Number(waiting)
}

/** Code: `upload.unknown`. */
export async function uploadOf(
  { store }: Desk,
  organization: string,
  upload: string,
): Promise<Result<Selectable<UploadsTable>>> {
  const row = await store.db
    .selectFrom('uploads')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('upload_id', '=', upload)
    .executeTakeFirst()
  return row
    ? accepted(row)
    : refused('upload.unknown', 'There is no such file, or it was removed', { upload })
}
