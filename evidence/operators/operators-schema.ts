// The list of operators: who runs and holds what (wallets, keys, domains, hosting, nodes, overrides); the schema is the truth.
import { limits } from '@equalizer/core'
import { z } from 'zod'

const quoted = 'must be text; a bare number or 0x… needs quotes around it in YAML'
const text = z.string(quoted).min(1).max(limits.textChars)
const id = text.describe('What it is called: npm-publish, example.org, an address')
const actor = z
  .string(quoted)
  .max(limits.textChars)
  .regex(
    /^[a-z][a-z0-9_-]*:.+$/s,
    'is not scheme:handle, such as github:ada, email:ada@example.org, name:Bank of X',
  )
  .nullable()
  .describe('scheme:handle, such as github:ada; null: somebody, and it is not known who')
const holders = z
  .array(actor)
  .min(1, 'must name somebody; write [null] where it is not known who')
  .max(limits.holdersPerEntry)
const required = z
  .number()
  .int()
  .min(1)
  .max(limits.holdersPerEntry)
  .default(1)
  .describe('How many of them must act together')
const count = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).default(1)
const jurisdiction = z
  .string('must be text; write NO in quotes in YAML 1.1')
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'is not an ISO 3166 code, such as DE or US-WY')
  .optional()
  .describe('ISO 3166 code whose courts reach it: DE, US-WY')
const provider = text.optional().describe('Whose machines or registry it is: aws, hetzner, gandi')
const what = text.optional().describe('What it can do, in one sentence')

const wallet = z.strictObject({ id, required, signers: holders, jurisdiction, what })
const key = z.strictObject({ id, required, holders, jurisdiction, provider, what })
const host = z.strictObject({ id, holders: holders.default([null]), count, jurisdiction, provider, what })
const node = z.strictObject({
  operator: actor.optional(),
  count: count.describe('Nodes of this operator that are alike'),
  network: text.optional().describe('Where it is reached, or what it serves: tor, clearnet, mainnet'),
  jurisdiction,
  provider,
})
const override = z.strictObject({ id, holder: actor, jurisdiction, what })

/** What one entry of each section must be. */
export const entrySchemas = {
  wallets: wallet,
  keys: key,
  domains: key,
  hosting: host,
  nodes: node,
  overrides: override,
}

export type Section = keyof typeof entrySchemas

const section = <T extends z.ZodType>(entry: T, what: string) =>
  z.array(entry).max(limits.operatorEntries).default([]).describe(what)

/** `operators.yaml` or `.json` as a whole; `z.toJSONSchema` of it serves editors. */
export const operatorsSchema = z
  .strictObject({
    wallets: section(wallet, 'Accounts that several sign for: a Safe, a bank account with two signatures'),
    keys: section(key, 'Publishing keys, root keys, deployment rights, administrators'),
    domains: section(key, 'Who can move a domain at its registrar'),
    hosting: section(host, 'What runs where, and who holds the account'),
    nodes: section(node, 'Who runs how many nodes of a network'),
    overrides: section(override, 'Whoever can act alone against everybody; one entry per holder'),
  })
  .describe('Who runs and holds what')
