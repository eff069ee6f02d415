// The lamps of a level meter: how many there are, and how far up a position lights them.

export const lamps = 25
const step = 100 / lamps

/** Up to the top of the lamp that a position reaches; a known 0 still lights the first one, or it would look unknown. */
export const litTo = (value: number): number => Math.max(step, Math.round(value / step) * step)
