// Keeps what shows that a log misbehaved: both signed notes in one file, which anyone can check with the log's key alone.
import { createHash } from 'node:crypto'
import { originHash } from '@equalizer/tlog'
import type { Files } from '@equalizer/tlog/node'

/** Two histories, both signed. An older checkpoint alone shows nothing: caches serve such. */
export type Misbehaviour = 'forked'

export interface Evidence {
  readonly format: 'equalizer-evidence/1'
  readonly what: Misbehaviour
  readonly origin: string
  /** Unix milliseconds at which it was found. */
  readonly foundMs: number
  /** The signed note that was accepted before. */
  readonly held: string
  /** The signed note that does not go with it. */
  readonly offered: string
}

/** Kept of one log; what comes after says nothing new. */
const keptAtMost = 100
const folderOf = (origin: string) => `evidence/${originHash(origin)}`

/** True where it is new. Kept once for a pair of texts, whenever and with whatever signatures they come again. */
export async function keepEvidence(files: Files, evidence: Evidence): Promise<boolean> {
  const folder = folderOf(evidence.origin)
  const pair = JSON.stringify([evidence.what, textOf(evidence.held), textOf(evidence.offered)])
  const name = `${evidence.what}-${createHash('sha256').update(pair).digest('hex').slice(0, 16)}.json`
  const kept = await files.list(folder)
  if (kept.includes(name) || kept.length >= keptAtMost) return false
  await files.write(`${folder}/${name}`, new TextEncoder().encode(`${JSON.stringify(evidence, null, 2)}\n`))
  return true
}

/** What was found of one log, oldest first. */
export async function readEvidence(files: Files, origin: string): Promise<Evidence[]> {
  const folder = folderOf(origin)
  const names = (await files.list(folder)).filter(name => name.endsWith('.json')).slice(0, keptAtMost)
  const all = await Promise.all(names.map(name => files.read(`${folder}/${name}`)))
  return all
    .flatMap(bytes => (bytes ? [JSON.parse(new TextDecoder().decode(bytes)) as Evidence] : []))
    .sort((a, b) => a.foundMs - b.foundMs)
}

function textOf(note: string): string {
  const end = note.lastIndexOf('\n\n')
  return end < 0 ? note : note.slice(0, end)
}
