// The order of a test run: what takes longest begins first, so that at the end no core waits for the other.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take from half a minute to minutes, as far as their names tell. */
const long =
  /\.browser\.test\.ts$|server\/simulator\/|server\/start\.test|killed\.test|backup\.test|survey\/naive/

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter(one => !isLong(one))]
  }
}
