// Total entities: how many have anything at all.
import type { Ranked } from './ranked.ts'

/**
 * Parties with more than nothing. Higher = less concentrated, if dust is left aside. Source: the "total entities" of
 * Karakostas, Kiayias and Ovezik (2022). Empty, only zeros: null. Single: 1. Zeros are not counted. Huge: exact.
 */
export function totalEntities(ranked: Ranked): number | null {
  return ranked.positive === 0 ? null : ranked.positive
}
