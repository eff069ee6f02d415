// Every text of: Board.

export const board = {
  title: 'Board',
}
