// The words inside the parts that every page is made of.

export const parts = {
  working: 'Under way',
  loading: 'Loading',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  choose: 'Choose',
  nothingFound: 'Nothing found',
  messages: 'Messages',
  more: 'Show more',
  day: {
    clear: 'No day',
    notBefore: (first: string) => `Not before ${first}`,
    notAfter: (last: string) => `Not after ${last}`,
    noSuchYear: 'This year is out of reach',
  },
  readOnly: 'Only a steward can change this.',
}
