export { type Files, folderFiles, type WriteOptions, WrittenOtherwise } from './files.ts'
export { createKey, readKey } from './key-file.ts'
export { nativeHashes, nativeLeafHash } from './native-hash.ts'
export { nativeVerify, nodeSigner } from './signer.ts'
