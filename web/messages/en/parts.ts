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
  readOnly: 'Only a steward can change this.',
}
