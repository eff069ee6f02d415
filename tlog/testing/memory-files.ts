// Files in memory, for tests that need no disk: the same words and the same faults as a folder's.
import { sameBytes } from '../encoding/bytes.ts'
import { checkedPath, type Files, WrittenOtherwise } from '../node/files.ts'

export function memoryFiles(): Files {
  const held = new Map<string, Uint8Array>()
  return {
    async read(path) {
      const bytes = held.get(checkedPath(path))
      return bytes === undefined ? null : Uint8Array.from(bytes)
    },
    async write(path, bytes, { once = false } = {}) {
      const there = held.get(checkedPath(path))
      if (once && there !== undefined) {
        if (!sameBytes(there, bytes)) throw new WrittenOtherwise(`${path} has other bytes`)
        return
      }
      held.set(path, Uint8Array.from(bytes))
    },
    async remove(path) {
      held.delete(checkedPath(path))
    },
    async list(folder) {
      const prefix = folder === '' ? '' : `${checkedPath(folder)}/`
      const names = new Set<string>()
      for (const path of held.keys()) {
        if (!path.startsWith(prefix)) continue
        const [name = '', ...below] = path.slice(prefix.length).split('/')
        names.add(below.length > 0 ? `${name}/` : name)
      }
      return [...names].sort()
    },
  }
}
