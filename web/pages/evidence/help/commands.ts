// The commands and samples that the help shows: no text, so the same in every language. A test reads the samples.

export interface Command {
  /** What it makes or shows: a file name. */
  readonly file: string
  readonly command: string
}

export interface KindCommands {
  readonly commands: readonly Command[]
  readonly sample: Command | null
}

const logFields = '%H%x09%P%x09%an%x09%ae%x09%aI%x09%cI'
const logRecord =
  '{hash: .[0], parents: (.[1] | split(" ")), author: .[2], author_email: .[3], date: .[4], commit_date: .[5]}'
const pullFields = 'number,url,state,author,createdAt,mergedAt,closedAt,mergedBy,reviews,comments'

const git: KindCommands = {
  commands: [
    { file: 'repository', command: 'git clone --filter=blob:none https://github.com/OWNER/REPO.git' },
    {
      file: 'history.jsonl',
      command: `git log --format='${logFields}' \\\n  | jq -cR 'split("\\t") | ${logRecord}' > history.jsonl`,
    },
  ],
  sample: null,
}

const github: KindCommands = {
  commands: [
    {
      file: 'pulls.json',
      command: `gh pr list --repo OWNER/REPO --state all --limit 10000 \\\n  --json ${pullFields} > pulls.json`,
    },
    {
      file: 'issues.json',
      command:
        'gh issue list --repo OWNER/REPO --state all --limit 10000 \\\n  --json number,url,state,author,createdAt,closedAt,comments > issues.json',
    },
    {
      file: 'comments.json',
      command: 'gh api --paginate --slurp repos/OWNER/REPO/issues/comments > comments.json',
    },
  ],
  sample: null,
}

const snapshot: KindCommands = {
  commands: [
    {
      file: 'votes.json',
      command: `curl -s https://hub.snapshot.org/graphql -H 'content-type: application/json' \\\n  -d '{"query":"{ votes(first: 1000, where: {space: \\"SPACE\\"}) { id voter vp choice created proposal { id } } }"}' > votes.json`,
    },
  ],
  sample: {
    file: 'votes.csv',
    command:
      'voter,vp,choice,proposal_id,created\n0x070341aA5Ed571f0FB2c4a5641409B1A46b4961b,1999.312,1,0x34954750,1778952600',
  },
}

const governor: KindCommands = {
  commands: [],
  sample: {
    file: 'governor.csv',
    command:
      'event,txhash,log_index,timestamp,voter,proposalId,support,votes\nVoteCast,0x8b5e2cc7,8,1618371137,0x070341aA5Ed571f0FB2c4a5641409B1A46b4961b,43,1,200000000000000000',
  },
}

const holders: KindCommands = {
  commands: [],
  sample: {
    file: 'cap-table.csv',
    command: 'shareholder,shares\nAda Lovelace,400\nfounder@example.org,350.5',
  },
}

const payments: KindCommands = {
  commands: [],
  sample: {
    file: 'ledger.csv',
    command:
      'date,payer,payee,amount,currency\n2026-03-01,Treasury,hosting@example.org,250.00,EUR\n2026-03-02,Treasury,Ada Lovelace,4000,EUR',
  },
}

const operators: KindCommands = {
  commands: [],
  sample: {
    file: 'operators.yaml',
    command:
      'wallets:\n  - id: treasury\n    required: 2\n    signers: [github:ada, github:bo, null]\ndomains:\n  - id: example.org\n    holders: [email:ops@example.org]\nhosting:\n  - id: api\n    provider: aws\n    holders: [github:ada]',
  },
}

const table: KindCommands = {
  commands: [],
  sample: {
    file: 'motions.csv',
    command:
      'ballot,member,full name,shares,cast at,motion,choice\n1,ada@example.org,Ada Lovelace,12.50,2026-03-01 18:30,budget,yes',
  },
}

export const commands = { git, github, snapshot, governor, holders, payments, operators, table }
export type HelpKind = keyof typeof commands
export const helpKinds = Object.keys(commands) as HelpKind[]
