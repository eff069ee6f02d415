// The address that an account goes by that was made for a person.

/** The address that the sign-in library knows a person's link by; `.invalid` (RFC 2606): no mail can ever go there. */
export const emailOf = (person: string): string => `${person}${ofMembers}`
const ofMembers = '@members.equalizer.invalid'

/** Accounts of such an address are made with their person, and never by a link that outlived them. */
export const isOfMember = (email: string): boolean => email.endsWith(ofMembers)
