// Finds the column that means something by the names people give it.

/** Letters and digits only, lower case: `Wallet Address`, `wallet_address` and `walletAddress` are one name. */
export function plainName(column: string): string {
  return column.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** The first column, in the order of `names`, that is called so; names are plain. */
export function findColumn(columns: readonly string[], names: readonly string[]): string | null {
  const plain = columns.map(plainName)
  for (const name of names) {
    const at = plain.indexOf(name)
    if (at >= 0) return columns[at] as string
  }
  return null
}
