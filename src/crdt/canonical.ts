import { digest as sha256 } from 'lib0/hash/sha256'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { hexOf } from '../domain/ids.ts'

/*
 * State vectors and snapshots can be equal while two replicas show different words
 * (a reused clientID, a flipped bit), so the fingerprint is taken over what a person
 * would read: every root by name, maps by sorted key, lists in order, deleted items left out.
 */
type SharedType = NonNullable<ReturnType<Y.Doc['share']['get']>>

const TAG = { type: 1, text: 2, value: 3, bytes: 4, format: 5, embed: 6, end: 7, key: 8, root: 9 }

function writeContent(out: encoding.Encoder, item: Y.Item) {
  const { content } = item
  if (content instanceof Y.ContentString) return content.str
  if (content instanceof Y.ContentType) {
    encoding.writeUint8(out, TAG.type)
    writeType(out, content.type)
  } else if (content instanceof Y.ContentBinary) {
    encoding.writeUint8(out, TAG.bytes)
    encoding.writeVarUint8Array(out, content.content)
  } else if (content instanceof Y.ContentFormat) {
    encoding.writeUint8(out, TAG.format)
    encoding.writeVarString(out, content.key)
    encoding.writeVarString(out, stableJson(content.value))
  } else if (content instanceof Y.ContentEmbed) {
    encoding.writeUint8(out, TAG.embed)
    encoding.writeVarString(out, stableJson(content.embed))
  } else {
    for (const value of content.getContent()) {
      encoding.writeUint8(out, TAG.value)
      encoding.writeVarString(out, stableJson(value))
    }
  }
  return ''
}

function writeType(out: encoding.Encoder, type: SharedType) {
  for (const key of [...type._map.keys()].sort()) {
    const item = type._map.get(key)
    if (!item || item.deleted) continue
    encoding.writeUint8(out, TAG.key)
    encoding.writeVarString(out, key)
    writeText(out, writeContent(out, item))
  }
  // Runs of text are joined first: where Yjs splits them differs between replicas.
  let run = ''
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentString) {
      run += item.content.str
      continue
    }
    writeText(out, run)
    run = ''
    writeContent(out, item)
  }
  writeText(out, run)
  encoding.writeUint8(out, TAG.end)
}

function writeText(out: encoding.Encoder, text: string) {
  if (text === '') return
  encoding.writeUint8(out, TAG.text)
  encoding.writeVarString(out, text)
}

/** JSON with sorted keys, so that equal values give equal text. */
function stableJson(value: unknown): string {
  if (value === undefined) return 'undefined'
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'undefined'
  if (value instanceof Uint8Array) return `bytes:${hexOf(value)}`
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${stableJson(inner)}`).join(',')}}`
}

/** The readable content of a document in one order, whatever the history was. */
export function canonicalContent(doc: Y.Doc): Uint8Array {
  const out = encoding.createEncoder()
  for (const name of [...doc.share.keys()].sort()) {
    const type = doc.share.get(name)
    if (!type || (type._map.size === 0 && type._start === null)) continue
    encoding.writeUint8(out, TAG.root)
    encoding.writeVarString(out, name)
    writeType(out, type)
  }
  return encoding.toUint8Array(out)
}

/** SHA-256 of the readable content, hexadecimal: equal on two replicas only if a person would read the same. */
export const contentDigest = (doc: Y.Doc): string => hexOf(sha256(canonicalContent(doc)))

/** Whether updates wait for others that have not arrived. */
export const isPending = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null
