// The simulated organization's charter: what it says of itself, with its sliders set where it believes it stands.

import { dayBefore } from './calendar.ts'
import { cast, identitiesOf } from './cast.ts'

const flow = (value: unknown): string => JSON.stringify(value)

function people(): string {
  return cast
    .map(({ id, name, employer, funder }) => {
      const about = [
        `id: ${id}`,
        `name: ${flow(name)}`,
        ...(employer ? [`employer: ${flow(employer)}`] : []),
        ...(funder ? [`funder: ${flow(funder)}`] : []),
        `identities: ${flow(identitiesOf(id))}`,
      ]
      return `  - {${about.join(', ')}}`
    })
    .join('\n')
}

/** `equalizer.yaml`. Targets lie after `end`, the day the record ends. */
export function charterFile(end: string): string {
  const by = (days: number) => dayBefore(end, -days)
  return `# Northwind Commons is made up, and so is everything in this folder.
equalizer: 1
organization: {id: northwind, name: Northwind Commons (simulated), simulated: true}

people:
${people()}

bots: ["github:northwind-release-bot"]

groups:
  - {id: core, name: Core team, members: [ines, tomas, priya, jonas, mei, daniel, noor, amara, luca, sofia]}
  - {id: curators, name: Curators, members: [greta, samir, lucia, thabo, ewa, joao, adaeze, minh, elif, petra]}

units:
  - id: core-team
    name: Core team
    declared: 42
    target: {position: 50, by: ${by(60)}}
    surfaces:
      - id: direction
        name: Roadmap and hiring
        evidence: [{source: decisions, kinds: [decision.made], about: direction}]
      - id: approvals
        name: Approvals of changes
        evidence: [{source: pulls, kinds: [review.approved], about: "northwind/desk#*"}]

  - id: contributors
    name: External contributors
    declared: 55
    target: {position: 70, by: ${by(150)}}
    surfaces:
      - id: acceptance
        name: Who accepts contributions
        evidence: [{source: pulls, kinds: [pull.merged], about: "northwind/catalog#*"}]
      - id: contributions
        name: Who contributes
        evidence: [{source: pulls, kinds: [pull.opened], about: "northwind/catalog#*"}]
      - id: rewards
        name: Who is rewarded
        necessary: false
        evidence: [{source: payments, kinds: [payment.received]}]

  - id: technology
    name: Technology
    declared: 25
    target: {position: 50, by: ${by(120)}}
    surfaces:
      - id: code
        name: What ships
        evidence: [{source: log, kinds: [commit.authored, commit.coauthored], path: "packages/**"}]
      - id: merges
        name: Who merges
        evidence: [{source: pulls, kinds: [pull.merged], about: "northwind/desk#*"}]
      - id: keys
        name: Domain and deployment keys
        decides: threshold
        evidence: [{source: operators, kinds: [key.held, domain.held]}]

  - id: finance
    name: Finance
    declared: 50
    target: {position: 60, by: ${by(180)}}
    surfaces:
      - id: votes
        name: Budget votes
        evidence: [{source: governance, kinds: [vote.cast]}]
      - id: payments
        name: Who releases money
        evidence: [{source: payments, kinds: [payment.made]}]
      - id: safe
        name: Community safe
        decides: threshold
        blocks: true
        evidence: [{source: operators, kinds: [signer.held]}]
      - id: bank
        name: Bank account
        decides: override
        evidence: [{source: operators, kinds: [override.held], about: bank-account}]

  - id: curation
    name: Content curation
    declared: 50
    target: {position: 75, by: ${by(7)}}
    surfaces:
      - id: removal
        name: What is removed
        evidence: [{source: curation, kinds: [content.curated], about: remove}]
      - id: publication
        name: What is published
        evidence: [{source: curation, kinds: [content.curated], about: publish}]

  - id: processes
    name: Internal processes
    declared: 30
    target: {position: 50, by: ${by(240)}}
    surfaces:
      - id: decisions
        name: How things are done
        evidence: [{source: decisions, kinds: [decision.made], about: processes}]

sources:
  - {id: log, kind: git-log, path: commits.jsonl}
  - {id: pulls, kind: github, path: pulls.jsonl}
  - {id: governance, kind: snapshot, path: governance, asset: NWC}
  - {id: payments, kind: payments, path: payments.csv, asset: EUR}
  - {id: operators, kind: operators, path: operators.yaml}
  - id: curation
    kind: table
    path: curation.csv
    mapping:
      kind: content.curated
      asset: item
      actor: {column: decided_by, scheme: name}
      time: {column: time}
      about: action
      id: item
  - id: decisions
    kind: table
    path: decisions.csv
    mapping:
      kind: decision.made
      actor: {column: decided_by, scheme: name}
      time: {column: date}
      about: area
      id: number
`
}
