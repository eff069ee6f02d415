// Every text of: Welcome.

export const welcome = {
  title: 'Welcome',
}
