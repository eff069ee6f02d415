// Disjoint sets that know who must stay apart: merging two sets is refused when it would join such a pair.

export class DisjointSets {
  readonly #parent: number[] = []
  /** Per root: which side of which apart group it holds, as group → side. */
  readonly #sides = new Map<number, Map<number, number>>()

  add(): number {
    this.#parent.push(this.#parent.length)
    return this.#parent.length - 1
  }

  find(item: number): number {
    let root = item
    while (this.#parent[root] !== root) root = this.#parent[root] as number
    let next = item
    while (next !== root) {
      const parent = this.#parent[next] as number
      this.#parent[next] = root
      next = parent
    }
    return root
  }

  /** Every two items of one apart group end up in different sets, whatever is merged later. */
  keepApart(group: number, items: readonly number[]): void {
    items.forEach((item, side) => {
      const root = this.find(item)
      const sides = this.#sides.get(root) ?? new Map<number, number>()
      sides.set(group, side)
      this.#sides.set(root, sides)
    })
  }

  /** Merges the two sets; false when they must stay apart. The smaller index becomes the root, so order is stable. */
  merge(a: number, b: number): boolean {
    const [low, high] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number]
    if (low === high) return true
    const [left, right] = [this.#sides.get(low), this.#sides.get(high)]
    if (left && right) {
      for (const [group, side] of right) if (left.has(group) && left.get(group) !== side) return false
    }
    this.#parent[high] = low
    if (right) this.#sides.set(low, new Map([...(left ?? []), ...right]))
    return true
  }
}
