// Every text of: Design.

export const design = {
  title: 'Design',
}
