// How far a delegation goes: everything, a unit, or one class of a unit.
import type { Command as CommanderCommand } from 'commander'
import { Stop } from '../stop.ts'

export interface ScopeFlags {
  readonly unit?: string
  readonly class?: string
}

export type Scope =
  | { kind: 'everything' }
  | { kind: 'unit'; unit: string }
  | { kind: 'class'; unit: string; class: string }

export function addScopeOptions(command: CommanderCommand): CommanderCommand {
  return command
    .option('--unit <id>', 'only for decisions of this unit')
    .option('--class <id>', 'only for one class of the unit')
}

export function scopeOf({ unit, class: one }: ScopeFlags): Scope {
  if (unit === undefined) {
    if (one === undefined) return { kind: 'everything' }
    throw new Stop({ code: 'cli.usage', reason: 'A class is of a unit: --unit says of which.' })
  }
  return one === undefined ? { kind: 'unit', unit } : { kind: 'class', unit, class: one }
}
