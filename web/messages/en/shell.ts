// The frame around every page: top bar, switching, search, what to do when something is missing.

export const shell = {
  notFound: {
    title: 'There is nothing at this address.',
    hint: 'It may have been renamed or removed, or the address has a slip in it.',
    home: 'Back to the board',
  },
  failed: {
    title: 'This page could not be drawn.',
    hint: 'Nothing was lost: what was saved is saved, and the other pages still work. Try once more; if it happens again, load the page anew.',
    retry: 'Try again',
    reload: 'Load anew',
    details: 'What was reported',
  },
}
