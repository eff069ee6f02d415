// A column of 64-bit numbers seen as its 32-bit halves, which doubles add up without making a big integer.

/** Where the lower half of a 64-bit number lies in memory, on this machine. */
export const lowHalf = new Uint32Array(new BigUint64Array([1n]).buffer)[0] === 1 ? 0 : 1
export const highHalf = 1 - lowHalf

/** Number i has its halves at `2 * i + lowHalf` and `2 * i + highHalf`. The same memory, not a copy. */
export function halvesOf(numbers: BigUint64Array): Uint32Array {
  return new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2)
}
