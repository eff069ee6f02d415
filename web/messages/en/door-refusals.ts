// What the one door refuses, by its code: the server's own sentences are English, so that there is nothing to word here.

export const doorRefusals: Readonly<Record<string, string>> = {}
