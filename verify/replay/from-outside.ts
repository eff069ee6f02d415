// What an entry takes from outside the log and the replay cannot work out: it is read off the entry and checked for itself, or
// believed and counted.
import type { Entry, LogEvent, Measured } from '@equalizer/core'

/** What was taken at its word, and how often. */
export interface Believed {
  /** What the evidence said of a unit when its rules changed, as the entry records it. */
  measures: number
  /** A move that was opened: what the evidence said then is not recorded, and was not held against it. */
  gatesAtOpening: number
  /** Gates that were said not to hold when a move was to be carried out. */
  gatesNotMet: number
  /** Changes of the measuring charter: the documents are not public, and their CIDs cannot be made anew. */
  charterDocuments: number
  /** Reasons for which such a change was said to be impossible. */
  charterRefusals: number
}

export const nothingBelieved = (): Believed => ({
  measures: 0,
  gatesAtOpening: 0,
  gatesNotMet: 0,
  charterDocuments: 0,
  charterRefusals: 0,
})

export interface Refused {
  readonly code: string
  readonly reason: string
}

export interface FromOutside {
  readonly measure: (unit: string) => Measured | null
  /** The value by which juries are drawn; checked against the chain apart. */
  readonly draw: string | null
  /** CID of the charter that an edit comes to; null: the entry does not say. */
  readonly document: string | null
  /** Why an execution is said to have been refused. */
  readonly refused: Refused | null
}

const gateNotMet = 'rule.gate_not_met'

export function fromOutside(entry: Entry, believed: Believed): FromOutside {
  const of = (type: string) => entry.events.find(event => event.type === type)?.data
  const rules = entry.events.find(({ stream }) => stream === 'rules')
  const refused = of('decision.execution_refused') as unknown as Refused | undefined
  const opened = of('decision.opened')
  return {
    measure: unit => measured(unit, rules, refused, believed),
    draw: typeof opened?.draw === 'string' ? opened.draw : null,
    document: (of('charter.edited')?.document as string | undefined) ?? null,
    refused: refused ?? null,
  }
}

function measured(
  unit: string,
  rules: LogEvent | undefined,
  refused: Refused | undefined,
  believed: Believed,
): Measured | null {
  const recorded = rules?.data.measured as Readonly<Record<string, Measured>> | undefined
  if (recorded !== undefined && Object.hasOwn(recorded, unit)) {
    believed.measures += 1
    const said = recorded[unit] ?? null
    return said !== null && isPosition(said) ? said : null
  }
  if (rules !== undefined) return null
  if (refused?.code === gateNotMet) {
    believed.gatesNotMet += 1
    return null
  }
  believed.gatesAtOpening += 1
  return { score: 100, proven: true }
}

/** What no evidence can come to is not believed: a position is from 0 to 100. */
function isPosition({ score, proven }: Measured): boolean {
  const isScore = score === null || (typeof score === 'number' && score >= 0 && score <= 100)
  return isScore && typeof proven === 'boolean'
}
