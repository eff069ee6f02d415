// From where random acts begin, so that enough of them are accepted: a capability without a beginning starts from nothing.
import { charterSchema } from '@equalizer/core'
import { sealCharter } from '../charter/sealed.ts'
import type { World } from './world.ts'

const finance = { unit: 'finance' }

function treasury(world: World): void {
  world.given('treasury.declare_currency', { currency: 'EUR', decimals: 2 })
  for (const account of ['ops', 'grants']) {
    world.given('treasury.open_account', { account, name: account, currency: 'EUR' }, finance)
    const from = { kind: 'customer', name: 'Grid AG' }
    world.given('treasury.receive', { account, amount: '50000', currency: 'EUR', from }, finance)
  }
  const order = { allocation: 'ops', from: 'ops', to: 'grants', amount: '7', currency: 'EUR', every: 'month' }
  world.given('treasury.allocate', order, finance)
}

function firstCharter() {
  const organization = { id: 'harbour', name: 'Harbour' }
  const first = charterSchema.parse({
    equalizer: 1,
    organization,
    units: [{ id: 'finance', name: 'Finance' }],
  })
  const sealed = sealCharter({ salt: '00112233445566778899aabbccddeeff', charter: first })
  if (!sealed.ok) throw new Error(sealed.refusal.reason)
  return sealed.value
}

/** A document that is there in every world which begins with the charter, and elsewhere any CID. */
export const knownDocument = firstCharter()

function charter(world: World): void {
  world.documents.set(knownDocument.cid, knownDocument.text)
  world.given('charter.edit', { kind: 'created', document: knownDocument.cid })
}

export const beginnings: Readonly<Record<string, (world: World) => void>> = { treasury, charter }
