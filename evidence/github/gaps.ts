// What an export does not say, counted while it is read and told in one sentence each at its end.
import type { Ledger } from '../reader.ts'

export class Gaps {
  mergersUnknown = 0
  closedUndated = 0
  mergedUndated = 0
  remarksUndated = 0
  loginsUnreadable = 0
  cutShort = 0

  tell(ledger: Ledger): void {
    const tell = (count: number, code: string, sentence: string) => {
      if (count > 0) ledger.note(code, `${count} ${sentence}`, { count })
    }
    tell(
      this.mergersUnknown,
      'note.mergers_unknown',
      'merges count as unknown: the export does not say who merged (gh pr list has the field mergedBy).',
    )
    tell(
      this.remarksUndated,
      'note.remarks_undated',
      'reviews and comments have no date in the export; they count on the day their issue or pull request was opened.',
    )
    tell(
      this.closedUndated + this.mergedUndated,
      'note.closing_undated',
      'pull requests have no date of closing in the export; it counts on the day they were opened.',
    )
    tell(
      this.loginsUnreadable,
      'note.logins_unreadable',
      'logins cannot be GitHub logins; their deeds count as unknown.',
    )
    tell(
      this.cutShort,
      'note.first_page_only',
      'issues or pull requests came with the first page of their reviews or comments only; the rest is not counted.',
    )
  }
}
