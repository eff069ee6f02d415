// The forty people of the simulated organization: made-up names, their handles, and whom they work for.
import { hexOf } from './random.ts'

export interface Member {
  readonly id: string
  readonly name: string
  readonly employer?: string
  readonly funder?: string
  /** Names under which further git addresses of theirs appear; the charter knows the addresses. */
  readonly aliases?: readonly string[]
}

const labs = 'Northwind Labs'
const harbour = 'Harbour Collective'
const tern = 'Tern Research'
const meridian = 'Meridian Data'
const lanternfish = 'Lanternfish Grants'

export const cast: readonly Member[] = [
  { id: 'ines', name: 'Ines Okonkwo-Hale', employer: labs, aliases: ['ines', 'Ines O.'] },
  { id: 'tomas', name: 'Tomas Brandvik', employer: labs },
  { id: 'priya', name: 'Priya Ramaswamy', employer: labs, aliases: ['priya (laptop)'] },
  { id: 'jonas', name: 'Jonas Lindqvist', employer: labs },
  { id: 'mei', name: 'Mei-Ling Sato', employer: harbour },
  { id: 'daniel', name: 'Daniel Achterberg', employer: harbour },
  { id: 'noor', name: 'Noor Vermeulen', employer: harbour },
  { id: 'amara', name: 'Amara Nwosu' },
  { id: 'luca', name: 'Luca Ferrante' },
  { id: 'sofia', name: 'Sofia Papadaki' },
  { id: 'kwame', name: 'Kwame Boateng-Ruiz', employer: tern, aliases: ['kbr'] },
  { id: 'yara', name: 'Yara Haddad', employer: tern },
  { id: 'erik', name: 'Erik Sandvoll', employer: meridian },
  { id: 'leila', name: 'Leila Farahani', employer: meridian },
  { id: 'bram', name: 'Bram de Wael' },
  { id: 'hana', name: 'Hana Kobayashi' },
  { id: 'oluwaseun', name: 'Oluwaseun Adeyinka' },
  { id: 'pavel', name: 'Pavel Dvorak' },
  { id: 'marta', name: 'Marta Kowalczyk' },
  { id: 'ravi', name: 'Ravi Menon-Clarke' },
  { id: 'chiara', name: 'Chiara Bellandi' },
  { id: 'diego', name: 'Diego Arrieta', funder: lanternfish },
  { id: 'nadia', name: 'Nadia Benhaddou', funder: lanternfish },
  { id: 'finn', name: "Finn O'Dalaigh" },
  { id: 'aiko', name: 'Aiko Tanemura' },
  { id: 'greta', name: 'Greta Holmqvist' },
  { id: 'samir', name: 'Samir Qureshi' },
  { id: 'lucia', name: 'Lucía Valdearcos' },
  { id: 'thabo', name: 'Thabo Mokoena-Reid' },
  { id: 'ewa', name: 'Ewa Sikorska' },
  { id: 'joao', name: 'João Figueiredo-Lima' },
  { id: 'adaeze', name: 'Adaeze Obiora' },
  { id: 'minh', name: 'Minh Tran-Delacroix' },
  { id: 'elif', name: 'Elif Karaduman' },
  { id: 'petra', name: 'Petra Novotna' },
  { id: 'kofi', name: 'Kofi Asante-Brown' },
  { id: 'sina', name: 'Sina Tuisamoa' },
  { id: 'rosa', name: 'Rosa Altamirano' },
  { id: 'igor', name: 'Igor Petrenko-Wells' },
  { id: 'wen', name: 'Wen Zhaolin' },
]

const byId = new Map(cast.map(member => [member.id, member]))

export function member(id: string): Member {
  const found = byId.get(id)
  if (!found) throw new Error(`nobody in the cast is called ${id}`)
  return found
}

/** Login on the code host. */
export const loginOf = (id: string): string => `${id}-nw`
/** Wallet address, lower case; of a person, or of any other voter. */
export const walletOf = (id: string): string => `0x${hexOf(`wallet of ${id}`, 40)}`
/** A git log names authors by a hash of their address. */
export const authorIdOf = (address: string): string => hexOf(`git author ${address}`, 16)

export interface GitAuthor {
  readonly id: string
  readonly name: string
}

/** The names and addresses a person commits under, the usual one first. */
export function gitAuthorsOf(id: string): GitAuthor[] {
  const { name, aliases = [] } = member(id)
  return [name, ...aliases].map((shown, index) => ({ name: shown, id: authorIdOf(`${id}/${index}`) }))
}

/** Every identity of a person, as the charter lists them. */
export function identitiesOf(id: string): string[] {
  return [
    ...gitAuthorsOf(id).map(author => `git:${author.id}`),
    `github:${loginOf(id)}`,
    `eth:${walletOf(id)}`,
    `name:${member(id).name}`,
  ]
}
