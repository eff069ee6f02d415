// The endpoints of the board: every unit in short, one unit in full, the whole report, the days that can be looked at.
import type { Board } from '@equalizer/client'
import { accepted, type Result, refused } from '@equalizer/core'
import type { Report } from '@equalizer/measure'
import { charterVersion, currentCharter } from '../charter/current.ts'
import type { Desk, Handlers } from '../desk.ts'
import { withLogRead } from '../own-log/log-read.ts'
import { firstDay, reportAsOf } from './as-of.ts'
import { createBoardCache } from './board-cache.ts'
import { boardOf } from './board-view.ts'
import { currentReadings } from './measurable.ts'
import { patchUnit } from './patch-unit.ts'
import { recordedDays } from './recorded-days.ts'
import { type StoredDay, unitOfDay, unitsOfDay } from './report-rows.ts'
import { rulesInForce } from './rules-in-force.ts'

const cache = createBoardCache()

async function showBoard(desk: Desk, organization: string, day: string | null): Promise<Result<Board>> {
  const { db } = desk.store
  const today = desk.clock.today()
  const found = await reportAsOf(desk, organization, day)
  if (!found.ok) return found
  const stored = found.value
  const { charter, version, given } = await currentCharter(db, organization)
  const units = stored ? await unitsOfDay(db, organization, stored.day) : []
  const current = day === null || day === today
  const rules = await rulesInForce(db, organization)
  return accepted(boardOf({ stored, units, charter, rules, version, given, today, current }))
}

async function measuredDay(desk: Desk, organization: string, day: string | null): Promise<Result<StoredDay>> {
  const found = await reportAsOf(desk, organization, day)
  if (!found.ok) return found
  if (found.value) return accepted(found.value)
  return refused('board.not_measured', 'Nothing was measured yet')
}

export const measuresHandlers: Handlers<
  | 'GET /api/organizations/{organization}/board'
  | 'GET /api/organizations/{organization}/days'
  | 'GET /api/organizations/{organization}/report'
  | 'GET /api/organizations/{organization}/units/{unit}'
  | 'PATCH /api/organizations/{organization}/units/{unit}'
> = {
  async 'GET /api/organizations/{organization}/board'({ desk, input }) {
    const day = input.asOf ?? null
    return cache.board(desk, input.organization, day, () => showBoard(desk, input.organization, day))
  },

  async 'GET /api/organizations/{organization}/days'({ desk, input }) {
    const { db } = desk.store
    const first = firstDay(await currentReadings(db, input.organization))
    const recorded = await recordedDays(db, input.organization)
    return accepted({ first, today: desk.clock.today(), recorded })
  },

  async 'GET /api/organizations/{organization}/report'({ desk, input }) {
    const found = await measuredDay(desk, input.organization, input.asOf ?? null)
    if (!found.ok) return found
    const { day, report } = found.value
    const units = await unitsOfDay(desk.store.db, input.organization, day)
    const { identities, sources, notes, ...rest } = report
    const whole: Report = { ...rest, units: [...units], identities, sources, notes }
    return accepted(whole)
  },

  async 'GET /api/organizations/{organization}/units/{unit}'({ desk, input }) {
    const { db } = desk.store
    const day = input.asOf ?? null
    const found = await measuredDay(desk, input.organization, day)
    if (!found.ok) return found
    const { report, basis, charterVersion: version } = found.value
    const unit = await unitOfDay(db, input.organization, found.value.day, input.unit)
    const measuredBy =
      basis === 'recorded'
        ? await charterVersion(db, input.organization, version)
        : await currentCharter(db, input.organization)
    if (!unit || !measuredBy) return unknownUnit(desk, input.organization, input.unit)
    const charter = withLogRead(
      measuredBy.charter,
      await currentReadings(db, input.organization),
      found.value.day,
    )
    const said = charter.units.find(({ id }) => id === input.unit)
    return accepted({
      asOf: found.value.day,
      basis: day === null || day === desk.clock.today() ? ('current' as const) : basis,
      organization: report.organization,
      rulebook: report.rulebook,
      inputHash: report.inputHash,
      unit,
      feeds: (said?.surfaces ?? []).flatMap(surface =>
        surface.evidence.map(({ source, kinds, path }) => ({
          surface: surface.id,
          source,
          kinds,
          path: path ?? null,
        })),
      ),
    })
  },

  'PATCH /api/organizations/{organization}/units/{unit}': ({ desk, caller, input, body }) =>
    patchUnit(desk, { organization: input.organization, unit: input.unit, by: caller, set: body }),
}

/** A unit of the charter that is not measured yet is known all the same. */
async function unknownUnit(desk: Desk, organization: string, unit: string): Promise<Result<never>> {
  const { charter } = await currentCharter(desk.store.db, organization)
  return charter.units.some(({ id }) => id === unit)
    ? refused('board.not_measured', `${unit} was not measured yet`, { unit })
    : refused('unit.unknown', `There is no unit ${unit}`, { unit })
}
