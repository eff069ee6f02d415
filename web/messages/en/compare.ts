// Every text of: Compare.

export const compare = {
  title: 'Compare',
}
