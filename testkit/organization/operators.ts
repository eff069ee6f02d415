// The simulated list of operators: who holds which key, wallet and account.
import { loginOf, member } from './cast.ts'

const github = (id: string) => `github:${loginOf(id)}`
const named = (id: string) => `name:${member(id).name}`
const list = (actors: readonly string[]) => `[${actors.map(actor => JSON.stringify(actor)).join(', ')}]`

/** `operators.yaml`: the same whatever the seed. */
export function operatorsFile(): string {
  return `# Who runs and holds what at Northwind Commons (simulated).
wallets:
  - id: community-safe
    required: 3
    signers: ${list([github('ines'), github('amara'), github('sofia'), github('kwame'), github('greta')])}
keys:
  - id: package-publishing
    required: 3
    holders: ${list([github('priya'), github('kwame'), github('erik'), github('pavel'), github('mei')])}
  - id: deployment
    required: 2
    holders: ${list([github('priya'), github('kwame'), github('pavel'), github('marta')])}
domains:
  - id: northwind.example
    required: 2
    holders: ${list([github('jonas'), github('amara'), github('erik')])}
overrides:
  - id: bank-account
    holder: ${JSON.stringify(named('amara'))}
    what: the only signatory at the bank; can move everything the votes decide about
`
}
