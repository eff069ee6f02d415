export {
  type Checkpoint,
  checkpointText,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpointText,
} from './checkpoint/checkpoint.ts'
export { cosign, verifyCosignature } from './checkpoint/cosignature.ts'
export { decodeBase64, encodeBase64 } from './encoding/base64.ts'
export { sameBytes, utf8Bytes, utf8Text } from './encoding/bytes.ts'
export {
  decodeFrontier,
  emptyFrontier,
  encodeFrontier,
  extended,
  type Frontier,
  rootOf,
} from './merkle/frontier.ts'
export { emptyRoot, leafHash, nodeHash, type TreeHashes, treeHashes } from './merkle/hash.ts'
export {
  consistencyProof,
  type HashAt,
  inclusionProof,
  rangeRoot,
  subtreeConsistencyProof,
} from './merkle/prove.ts'
export { isSubtree } from './merkle/subtree.ts'
export {
  type Consistency,
  type Inclusion,
  type SubtreeConsistency,
  type SubtreeInclusion,
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from './merkle/verify.ts'
export {
  type AddEntriesHeader,
  formatAddEntriesHeader,
  parseAddEntriesHeader,
  type ReadHeader,
} from './mirror-protocol/header.ts'
export { formatMirrorInfo, type MirrorInfo, parseMirrorInfo } from './mirror-protocol/mirror-info.ts'
export {
  type EntryPackage,
  formatPackage,
  type PackageRange,
  packagesOf,
  parsePackage,
  type ReadPackage,
} from './mirror-protocol/package.ts'
export { type Ed25519Verify, nobleVerify } from './note/ed25519.ts'
export {
  addSignatures,
  formatNote,
  type Note,
  type NoteSignature,
  parseNote,
  parseSignatureLines,
} from './note/note.ts'
export { type OpenedNote, openNote, verifiedNote } from './note/open.ts'
export { nobleSigner, type Signer, signNote } from './note/signer.ts'
export { type LineVerifier, type Verifiers, verifiers } from './note/verifiers.ts'
export { isKeyName, parseVkey, signatureTypes, type Vkey, vkeyOf } from './note/vkey.ts'
export { type Cosigned, cosignersOf, type MetPolicy, meetsPolicy } from './policy/meets.ts'
export { parsePolicy } from './policy/parse.ts'
export {
  type Policy,
  type PolicyLog,
  type PolicyWitness,
  type Quorum,
  quorumMet,
  quorumText,
} from './policy/policy.ts'
export { type CheckedProof, type CheckProof, checkProof } from './proof/check.ts'
export { formatProof, type Proof, parseProof } from './proof/proof.ts'
export { decodeBundle, encodeBundle } from './tiles/bundle.ts'
export { levelSize, newTiles, type Tile, tilesFor, widthIn } from './tiles/cover.ts'
export {
  consistencyProofFromTiles,
  createHashReader,
  type HashReader,
  inclusionProofFromTiles,
  type ReadTile,
  rootFromTiles,
  subtreeProofFromTiles,
} from './tiles/hash-reader.ts'
export { parseTilePath, type TileName, tilePath, tileWidth } from './tiles/path.ts'
export {
  type AddCheckpoint,
  formatAddCheckpoint,
  parseAddCheckpoint,
  parseKnownSize,
} from './witness-protocol/add-checkpoint.ts'
export { originHash } from './witness-protocol/origin-hash.ts'
export { formatSignSubtree, parseSignSubtree, type SignSubtree } from './witness-protocol/sign-subtree.ts'
