// What a reading tells besides: as what something was recognised and why, what had to be assumed, what was passed over.
import type { Template } from './reading-refusals.ts'

/** Why something is taken for what it is taken for. */
export const recognitions = {
  'recognized.addresses_and_amounts': 'It has no header, and its rows are addresses and amounts',
  'recognized.as_asked': 'It is read the way that was asked for',
  'recognized.bare_repository': 'It is a bare git repository (HEAD, objects, refs)',
  'recognized.commits': 'Its records are commits: {columns}',
  'recognized.github': 'Its records are issues or pull requests of GitHub: {columns}',
  'recognized.governor_events': 'Its rows are events of a Governor contract: {columns}',
  'recognized.governor_votes': 'Its rows are votes of a Governor contract: {columns}',
  'recognized.holders': 'It lists holders: {columns}',
  'recognized.open_collective': 'It is a statement of Open Collective',
  'recognized.operator_columns': 'Its columns are those of a list of operators: {columns}',
  'recognized.operator_sections': 'It has sections of a list of operators: {sections}',
  'recognized.payments': 'It lists payments: {columns}',
  'recognized.repository': 'It holds a git repository (.git)',
  'recognized.snapshot_folder': 'It holds {count|file|files} of Snapshot, whose proposals date the votes',
  'recognized.snapshot_proposals': 'It holds proposals of Snapshot: {columns}',
  'recognized.snapshot_votes': 'It holds votes of Snapshot: {columns}',
} satisfies Readonly<Record<string, Template>>

/** What a reader had to assume. */
export const readingNotes = {
  'note.closing_undated':
    '{count|pull request has|pull requests have} no date of closing in the export; it counts on the day of opening.',
  'note.dated_by_proposal':
    'Votes without a time of their own, dated by the start of their proposal: {count}.',
  'note.doubled_columns': 'More than one column is called {doubled}; the first is read.',
  'note.events_undated': 'The events carry no time, so that they count as standing and in no window.',
  'note.file_left_out': '{file} is left out.',
  'note.file_left_out/foreign': '{file} is left out: it holds neither votes nor proposals of Snapshot.',
  'note.file_left_out/unreadable': '{file} is left out: it cannot be read.',
  'note.files_unknown':
    'The files of {count} of {of|commit|commits} are unknown: this copy lacks their folders.',
  'note.first_page_only':
    '{count|issue or pull request|issues or pull requests} came with the first page of reviews or comments only; the rest is not counted.',
  'note.history_breaks_off':
    'The history breaks off after {count|commit|commits}, older ones are not counted: {complaint}',
  'note.lines_unknown':
    'The line counts of {count} of {of|commit|commits} are unknown: this copy lacks contents of their files.',
  'note.logins_unreadable':
    '{count|login cannot be a GitHub login|logins cannot be GitHub logins}; what was done under such a name counts as unknown.',
  'note.mailmap_absent':
    'The .mailmap, if there is one, is not in this copy, so that it merges no addresses.',
  'note.mergers_unknown':
    '{count|merge counts|merges count} as unknown: the export does not say who merged (gh pr list has the field mergedBy).',
  'note.more_proposals_differ':
    '{count|more proposal differs|more proposals differ} from the published figures.',
  'note.no_commit': 'The repository has no commit yet.',
  'note.no_currency': 'No column names a currency; amounts count units.',
  'note.no_payee': 'No column names a payee; only what was paid is read.',
  'note.no_payer': 'No column names a payer; only what was received is read.',
  'note.no_records': 'No record stands at {path} in {file}.',
  'note.perhaps_smallest_units':
    'Amounts look like smallest units (wei) and are read as whole tokens; give the source its decimals.',
  'note.proposal_differs': 'Proposal {proposal} of {file} differs from its published figures.',
  'note.proposal_differs/both':
    'Proposal {proposal} of {file}: {publishedVotes} votes published and {votes} read; a total of {publishedTotal} published and {total} read.',
  'note.proposal_differs/total':
    'Proposal {proposal} of {file}: a total of {publishedTotal} published and {total} read.',
  'note.proposal_differs/votes':
    'Proposal {proposal} of {file}: {publishedVotes} votes published and {votes} read.',
  'note.refunded_later':
    '{count|payment was refunded later; it counts|payments were refunded later; they count} as made.',
  'note.remarks_undated':
    '{count|review or comment has|reviews and comments have} no date in the export; what has none counts on the day its issue or pull request was opened.',
  'note.repeats_overflowed':
    'The file has too many rows without an id to tell equal ones apart; later equal rows count once.',
  'note.rounded':
    '{count|amount has|amounts have} more than {decimals|decimal place|decimal places}; what is beyond was rounded, half to even.',
  'note.several_contracts':
    'The events are of more than one contract; proposals of equal numbers are not told apart by `about`.',
  'note.shallow_clone':
    'The clone is shallow: what lies before its cut is not in it and not counted, nor are the commits at the cut.',
  'note.smallest_units':
    '{column} is taken to count smallest units of {decimals|decimal place|decimal places}.',
  'note.supply_exceeded':
    'The rows add up to more than the supply that the charter gives; the supply is left aside.',
  'note.votes_undated':
    '{count|vote carries|votes carry} no time, nor is the proposal listed; such a vote counts in no window.',
  'note.weights_are_floats':
    '{count|vote weight is|vote weights are} written as floating-point numbers and may have lost digits.',
} satisfies Readonly<Record<string, Template>>

/** Why rows are passed over, by the server’s own words; what follows `event` or stands before `is none` is the file’s. */
export const passedOver = {
  'a review that is not sent off': 'a review that is not sent off',
  'an empty page': 'an empty page',
  'another event': 'another event',
  'at the cut of a shallow clone': 'at the cut of a shallow clone',
  'decides nothing': 'decides nothing',
  event: 'event {name}',
  'event without a name': 'event without a name',
  fee: 'fee',
  'holds nothing': 'holds nothing',
  'is none of the wanted values': '{name} is none of the wanted values',
  'negative (a refund or reversal)': 'negative (a refund or reversal)',
  'pays nothing': 'pays nothing',
  refund: 'refund',
} satisfies Readonly<Record<string, Template>>
