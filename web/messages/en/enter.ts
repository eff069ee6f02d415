// Coming in by a one-time link.

export const enter = {
  title: 'Sign in',
  entering: 'One moment, you are being signed in.',
  in: 'You are in.',
  refused: 'This link no longer works.',
  refusedHint:
    'A link works once and for an hour. This one was used already, is too old, or a part of it got lost on the way.',
  again: 'A new one is printed by this line, typed on the machine that the server runs on, in its folder.',
  none: 'This address holds no link.',
  noneHint: 'The whole link is needed, with everything after the #.',
  stillIn: 'You are signed in already, so nothing is lost.',
  toBoard: 'To the board',
}
