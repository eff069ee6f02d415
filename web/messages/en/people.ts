// Every text of: People.

export const people = {
  title: 'People',
}
