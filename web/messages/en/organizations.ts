// Every text of: Organizations.

export const organizations = {
  title: 'Organizations',
}
