// Every text of: Sign in.

export const enter = {
  title: 'Sign in',
}
