// Every text of: what to export for each kind of source, and how. The commands themselves are no text.

export const help = {
  heading: 'What can be read',
  hint: 'For each kind: what it tells, and how to get it.',
  looksLike: 'What it looks like',
  copy: 'Copy',
  copyLabel: (what: string) => `Copy: ${what}`,
  kinds: {
    git: {
      tells: 'Who writes, merges and approves what goes into the product.',
      get: 'Clone the repository onto the server’s machine and connect its path; it is read again every hour. Where no path can be connected, export the history and drag the file in.',
    },
    github: {
      tells: 'Who proposes, reviews, approves and merges; who reports and discusses.',
      get: 'GitHub’s own command line, gh, exports it. Put OWNER/REPO in.',
    },
    snapshot: {
      tells: 'Who proposes and who votes, and with what weight.',
      get: 'Ask Snapshot’s public interface, a thousand votes at a time, or save the reports from the page of each proposal. Put the name of the space in.',
    },
    governor: {
      tells: 'Who votes on chain, and who may propose.',
      get: 'Export the events of the Governor contract from an indexer or a block explorer: VoteCast and ProposalCreated, with the block’s time.',
    },
    holders: {
      tells: 'Who owns how much: tokens, shares, membership rights.',
      get: 'A list of holders from a block explorer, or the cap table from a spreadsheet, saved as CSV. Say in “All that exists” how many there are, so that those who are not listed count as unknown.',
    },
    payments: {
      tells: 'Who pays, and who is paid.',
      get: 'A ledger saved as CSV, the transactions of a multisig, or the statement that Open Collective offers for download.',
    },
    operators: {
      tells: 'Who signs, who holds keys, domains and hosting, and who can act alone.',
      get: 'This is known by people and not by machines: write the file by hand, and keep it with the charter.',
    },
    table: {
      tells: 'Anything that names somebody: ballots, approvals, forum posts, tickets.',
      get: 'Any CSV, JSONL or JSON. After it is put in, a mapping says which column is what.',
    },
    log: {
      tells: 'Who decides here, votes, vetoes and pauses.',
      get: 'Nothing needs to be put in: it counts by itself as soon as something is decided in a unit with rules of its own.',
    },
  },
}
