// Circles in a directed graph: strongly connected components of two nodes or more, and nodes that point to themselves.

/**
 * Tarjan's algorithm (R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2), 1972), with
 * its stack kept by hand so that a long chain of imports cannot overflow ours. Edges to nodes outside the graph are
 * ignored. Each circle is sorted, and so is the list.
 */
export function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const found: string[][] = []

  const enter = (node: string) => {
    index.set(node, index.size)
    low.set(node, index.size - 1)
    open.push(node)
    isOpen.add(node)
    return { node, edges: (graph.get(node) ?? []).filter(next => graph.has(next)), next: 0 }
  }
  const lower = (node: string, to: number) => low.set(node, Math.min(low.get(node) ?? to, to))

  for (const start of graph.keys()) {
    if (index.has(start)) continue
    const path = [enter(start)]
    for (let frame = path.at(-1); frame; frame = path.at(-1)) {
      const target = frame.edges[frame.next]
      if (target !== undefined) {
        frame.next += 1
        if (!index.has(target)) path.push(enter(target))
        else if (isOpen.has(target)) lower(frame.node, index.get(target) ?? 0)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent) lower(parent.node, low.get(frame.node) ?? 0)
      if (low.get(frame.node) === index.get(frame.node)) {
        const component: string[] = []
        while (isOpen.has(frame.node)) {
          const member = open.pop() ?? frame.node
          isOpen.delete(member)
          component.push(member)
        }
        if (component.length > 1 || frame.edges.includes(frame.node)) found.push(component.sort())
      }
    }
  }
  return found.sort((a, b) => (String(a) < String(b) ? -1 : 1))
}
