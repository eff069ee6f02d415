// Doubles taken apart into the exact integers they are, so that sums of any size lose nothing.

const number = new Float64Array(1)
const words = new Uint32Array(number.buffer)
number[0] = 1
/** Which of the two words holds sign, exponent and the upper 20 bits: 1 on little-endian machines. */
export const highWord = words[0] === 0 ? 1 : 0
const lowWord = 1 - highWord

/** Additions after which a bin of 32-bit halves could leave the safe integers. */
const batch = 2 ** 20

/**
 * The binary places that make every one of these doubles an integer: each double is a multiple of the last place of the
 * smallest. 0 where that is an integer already. IEEE 754: 52 places after the leading bit, exponents biased by 1023.
 */
export function placesOf(smallest: number): number {
  number[0] = smallest
  return Math.max(0, 1075 - Math.max(1, (words[highWord] as number) >>> 20))
}

/** Exact sum of `values[from..to)` in units of `2^-places`; the values are finite and not negative. */
export function sumOfDoubles(values: Float64Array, from: number, to: number, places: number): bigint {
  const high = new Float64Array(2048)
  const low = new Float64Array(2048)
  let sum = 0n
  for (let start = from; start < to; start += batch) {
    const end = Math.min(to, start + batch)
    for (let index = start; index < end; index += 1) {
      number[0] = values[index] as number
      const top = words[highWord] as number
      const exponent = top >>> 20
      high[exponent] = (high[exponent] as number) + ((top & 0xf_ffff) | (exponent === 0 ? 0 : 0x10_0000))
      low[exponent] = (low[exponent] as number) + (words[lowWord] as number)
    }
    sum += emptied(high, low, places)
  }
  return sum
}

/** One value, exactly, in units of `2^-places`. */
export function integerOf(value: number, places: number): bigint {
  number[0] = value
  const top = words[highWord] as number
  const exponent = top >>> 20
  const upper = (top & 0xf_ffff) | (exponent === 0 ? 0 : 0x10_0000)
  const mantissa = (BigInt(upper) << 32n) + BigInt(words[lowWord] as number)
  return mantissa << BigInt(Math.max(1, exponent) - 1075 + places)
}

function emptied(high: Float64Array, low: Float64Array, places: number): bigint {
  let sum = 0n
  for (let exponent = 0; exponent < 2048; exponent += 1) {
    const upper = high[exponent] as number
    const lower = low[exponent] as number
    if (upper === 0 && lower === 0) continue
    const mantissas = (BigInt(upper) << 32n) + BigInt(lower)
    sum += mantissas << BigInt(Math.max(1, exponent) - 1075 + places)
  }
  high.fill(0)
  low.fill(0)
  return sum
}

/** `amount * 2^-places` as the nearest double but for the last bit. */
export function doubleOf(amount: bigint, places: number): number {
  const surplus = Math.max(0, amount.toString(16).length * 4 - 64)
  const exponent = surplus - places
  const leading = Number(amount >> BigInt(surplus))
  // In two steps, since 2^-1074 is the least power that a double can hold.
  return exponent < -1000 ? leading * 2 ** -1000 * 2 ** (exponent + 1000) : leading * 2 ** exponent
}
