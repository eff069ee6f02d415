// From a path to a survey: the charter that lies there, or one inferred from the evidence that does.
import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { type CharterProblem, inferCharter, limits, problemLine, type Refusal } from '@equalizer/core'
import { charterIn, isCharterFile, readCharterFile } from './charter-file.ts'
import { type FoundSources, findSources, sourceOfFile } from './find-sources.ts'
import type { SurveyOptions } from './survey.ts'

export interface PrepareOptions {
  /** A charter that lies elsewhere; its sources are then looked for in `path`. */
  readonly charterFile?: string
  /** UTC day, YYYY-MM-DD. */
  readonly asOf: string
  readonly allowOutside?: boolean
}

export type Prepared =
  | { readonly ok: true; readonly value: SurveyOptions; readonly warnings: readonly CharterProblem[] }
  | {
      readonly ok: false
      readonly refusal: Refusal
      /** All that is wrong with the charter, where it is the charter that was refused. */
      readonly problems: readonly CharterProblem[]
    }

/**
 * `path` is a repository, a folder of evidence, one file of it, or a charter; relative to the working directory. Codes:
 * those of `readCharterFile`, `survey.not_found`, `survey.unreadable`, `survey.no_evidence`, `survey.unrecognized`.
 */
export async function prepareSurvey(path: string, options: PrepareOptions): Promise<Prepared> {
  const full = resolve(path)
  const found = await look(full)
  if ('code' in found) return refuse(found)
  const folder = found.isDirectory() ? full : dirname(full)
  if (options.charterFile !== undefined) return byCharter(resolve(options.charterFile), folder, options)
  if (found.isDirectory()) {
    const charter = await charterIn(full)
    return charter
      ? byCharter(charter, full, options)
      : byFinding(full, full, await findSources(full), options)
  }
  if (!found.isFile())
    return refuse(refusal('survey.unreadable', `${basename(full)} is no file and no folder`))
  if (await isCharterFile(full)) return byCharter(full, folder, options)
  const source = await sourceOfFile(full)
  if (source.ok) return byFinding(full, folder, source.value, options)
  const reason = `${basename(full)} is not recognised as evidence. ${source.refusal.reason}`
  return refuse(refusal('survey.unrecognized', reason))
}

function refusal(code: string, reason: string): Refusal {
  return { code, reason, facts: {} }
}

function refuse(refusal: Refusal): Prepared {
  return { ok: false, refusal, problems: [] }
}

async function look(path: string): Promise<Stats | Refusal> {
  try {
    return await stat(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return refusal('survey.not_found', `There is no ${path}`)
    return refusal('survey.unreadable', `${path} cannot be opened (${code})`)
  }
}

async function byCharter(file: string, folder: string, options: PrepareOptions): Promise<Prepared> {
  const read = await readCharterFile(file)
  if (!read.ok) return read
  const notes = read.warnings.map(warning => `${problemLine(warning, basename(file))}.`)
  const value = { charter: read.value, charterGiven: true, folder, notes, ...given(options) }
  return { ok: true, value, warnings: read.warnings }
}

function byFinding(path: string, folder: string, found: FoundSources, options: PrepareOptions): Prepared {
  const { sources, reasons, notes } = found
  if (sources.length === 0) {
    const reason = `Nothing in ${path} is recognised as evidence; equalizer init writes a charter that says what is`
    return refuse(refusal('survey.no_evidence', reason))
  }
  const name =
    basename(path)
      .replace(/\.git$/, '')
      .slice(0, limits.textChars) || 'This folder'
  const inferred = inferCharter({ name, sources })
  const taken = sources.map(
    ({ id, path, kind }) => `${JSON.stringify(path)} is read as ${kind} (source ${id}). ${reasons.get(id)}.`,
  )
  const value = {
    charter: inferred.charter,
    charterGiven: false,
    folder,
    notes: [...inferred.notes, ...taken, ...notes],
    ...given(options),
  }
  return { ok: true, value, warnings: [] }
}

function given({ asOf, allowOutside }: PrepareOptions): Pick<SurveyOptions, 'asOf' | 'allowOutside'> {
  return allowOutside === undefined ? { asOf } : { asOf, allowOutside }
}
