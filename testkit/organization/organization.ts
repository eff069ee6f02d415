// A made-up organization of forty people over two years, as the files one would measure it by.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { charterFile } from './charter.ts'
import { commitsFile } from './commits.ts'
import { governanceFiles } from './governance.ts'
import { operatorsFile } from './operators.ts'
import { paymentsFile } from './payments.ts'
import { pullsFile } from './pulls.ts'
import { curationFile, decisionsFile } from './records.ts'

export interface OrganizationOptions {
  /** Any text; the same seed and end give the same bytes. */
  readonly seed: string
  /** Last day of the record, YYYY-MM-DD (UTC). */
  readonly end: string
}

/** File name (with `/`, relative) to text. Throws a RangeError when `end` is no date. */
export function generateOrganization({ seed, end }: OrganizationOptions): Map<string, string> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(end) || Number.isNaN(Date.parse(end))) {
    throw new RangeError(`${end} is no date of the form YYYY-MM-DD`)
  }
  const governance = governanceFiles(seed, end)
  return new Map([
    ['equalizer.yaml', charterFile(end)],
    ['commits.jsonl', commitsFile(seed, end)],
    ['pulls.jsonl', pullsFile(seed, end)],
    ['governance/votes.csv', governance.votes],
    ['governance/proposals.csv', governance.proposals],
    ['payments.csv', paymentsFile(seed, end)],
    ['operators.yaml', operatorsFile()],
    ['curation.csv', curationFile(seed, end)],
    ['decisions.csv', decisionsFile(seed, end)],
  ])
}

/** Writes the files into `folder` (made when absent), over what is there. */
export async function writeOrganization(folder: string, options: OrganizationOptions): Promise<void> {
  for (const [name, text] of generateOrganization(options)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}
