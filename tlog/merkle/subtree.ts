// Which ranges of leaves have a root of their own in a tree (draft-ietf-plants-merkle-tree-certs, section 4.1).

/** [start, end) is a subtree where it is not empty, lies in the tree, and start is a multiple of its width's power of two. */
export function isSubtree(start: number, end: number, size: number): boolean {
  if (![start, end, size].every(Number.isSafeInteger)) return false
  if (start < 0 || start >= end || end > size) return false
  let width = 1
  while (width < end - start) width *= 2
  return start % width === 0
}
