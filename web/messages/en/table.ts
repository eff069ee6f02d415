// Every text of: Table.

export const table = {
  title: 'Table',
}
