// Every text of: Parts.

export const parts = {
  title: 'Parts',
}
