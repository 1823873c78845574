import { builtinModules } from 'node:module'
import { readdirSync, existsSync } from 'node:fs'
import path from 'node:path'

/**
 * @typedef {object} Room One folder, and what it may reach.
 * @property {string} home
 * @property {string[]} may Folders or files of ours, from the root of the repository.
 * @property {string[]} [npm] The only packages allowed; absent means any.
 * @property {boolean} [node] May it use Node's own modules?
 * @property {boolean} [pure] No clock, no chance, no input or output.
 */

const shared = ['src/domain', 'src/crdt']

/** @type {Room[]} */
const rooms = [
  { home: 'src/domain', may: [], npm: ['zod', 'lib0', 'crc-32'], pure: true },
  { home: 'src/crdt', may: ['src/domain'], npm: ['yjs', 'lib0'], pure: true },
  { home: 'src/store', may: shared },
  { home: 'src/sync', may: [...shared, 'src/store'] },
  // A sheet of paper is plain: the kit draws it and knows no job by it.
  { home: 'src/ui', may: ['src/domain/paper.ts'] },
  { home: 'src/app', may: ['src'] },
  { home: 'sync-server', may: shared, node: true },
]

const featureMay = [...shared, 'src/store', 'src/ui']

// lib0 keeps these beside its codecs; in a pure folder they are a way round the wall.
const impure = ['random', 'time', 'webcrypto', 'indexeddb', 'indexeddbV2', 'storage', 'websocket']
const impureLib0 = [...impure, 'broadcastchannel', 'eventloop', 'performance', 'environment', 'dom']

/** @param {string} root @returns {Room[]} */
export function roomsOf(root) {
  const features = path.join(root, 'src/features')
  const jobs = existsSync(features) ? readdirSync(features, { withFileTypes: true }) : []
  return [
    // Not a room: the worker at the top of src, and any folder nobody has drawn a wall for.
    { home: 'src', may: ['src/domain'] },
    { home: 'src/features', may: featureMay },
    ...jobs
      .filter((job) => job.isDirectory())
      .map((job) => ({
        home: `src/features/${job.name}`,
        may: [...featureMay, 'src/features/feature.ts'],
      })),
    ...rooms,
  ]
}

/** @param {string} target @param {string} place */
const within = (target, place) => target === place || target.startsWith(`${place}/`)

/** @param {string} specifier */
function packageOf(specifier) {
  const [scope = '', name = ''] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

/** @param {string} specifier @param {Room} room @returns {string | null} why not */
function refusePackage(specifier, room) {
  const builtin = specifier.startsWith('node:') || builtinModules.includes(packageOf(specifier))
  if (builtin) return room.node ? null : `${room.home} runs where '${specifier}' does not exist`
  if (room.npm && !room.npm.includes(packageOf(specifier)))
    return `${room.home} may use only these packages: ${room.npm.join(', ')}; not '${specifier}'`
  if (
    room.pure &&
    impureLib0.some((part) => within(specifier.replace(/\.js$/, ''), `lib0/${part}`))
  )
    return `${room.home} is pure, and '${specifier}' is not`
  return null
}

/**
 * @param {string} specifier @param {string} from the importing file, from the root
 * @param {Room} room @returns {string | null} why not
 */
export function refuse(specifier, from, room) {
  const bare = specifier.replace(/[?#].*$/, '')
  if (bare.startsWith('/')) return `'${specifier}': our own imports are relative`
  if (!bare.startsWith('.')) return refusePackage(bare, room)
  const target = path.posix.join(path.posix.dirname(from), bare)
  // The top of src and of src/features are shared ground, not rooms: nothing there is one's own.
  const open = room.home === 'src' || room.home === 'src/features'
  const own = open ? [] : [room.home]
  if ([...own, ...room.may].some((place) => within(target, place))) return null
  return `${room.home} may not import ${target}`
}

/** @param {any} node a literal, or a template with nothing in it */
function textOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0].value.cooked
  return null
}

/** @param {any} callee */
const isGlob = (callee) =>
  callee.type === 'MemberExpression' &&
  callee.object.type === 'MetaProperty' &&
  callee.property.name === 'glob'

const walls = {
  meta: { schema: false },
  /** @param {any} context */
  create(context) {
    const { root, ...room } = context.options[0]
    const from = path.relative(root, context.filename).split(path.sep).join('/')
    /** @param {any} node @param {string | null} message */
    const report = (node, message) => message !== null && context.report({ node, message })
    /** @param {any} node */
    const check = (node) => {
      if (!node) return
      const specifier = textOf(node)
      if (specifier === null) return report(node, 'An import that no wall can read')
      report(node, refuse(specifier, from, room))
    }
    return {
      /** @param {any} node */
      ImportDeclaration: (node) => check(node.source),
      /** @param {any} node */
      ExportAllDeclaration: (node) => check(node.source),
      /** @param {any} node */
      ExportNamedDeclaration: (node) => check(node.source),
      /** @param {any} node */
      ImportExpression: (node) => check(node.source),
      /** @param {any} node */
      TSImportType: (node) => check(node.source ?? node.argument),
      /** @param {any} node */
      CallExpression(node) {
        if (!isGlob(node.callee)) return
        const [first] = node.arguments
        for (const pattern of first?.type === 'ArrayExpression' ? first.elements : [first]) {
          const text =
            textOf(pattern)
              ?.replace(/^!/, '')
              .replace(/\/?[*{[].*$/, '') ?? null
          report(pattern, text === null ? 'A glob that no wall can read' : refuse(text, from, room))
        }
      },
    }
  },
}

const hidden = [
  ['Date', 'now'],
  ['Math', 'random'],
]

const pure = {
  meta: { schema: false },
  /** @param {any} context */
  create(context) {
    /** @param {any} node @param {string} what */
    const report = (node, what) =>
      context.report({ node, message: `${what}: a pure folder is handed the time and the chance` })
    return {
      /** @param {any} node */
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node, 'new Date()')
      },
      /** @param {any} node */
      CallExpression(node) {
        if (node.callee.name === 'Date') report(node, 'Date()')
      },
      /** @param {any} node */
      MemberExpression(node) {
        const key = node.computed ? textOf(node.property) : node.property.name
        const met = hidden.some(([object, name]) => node.object.name === object && key === name)
        if (met) report(node, `${node.object.name}.${key}`)
      },
    }
  },
}

export default { meta: { name: 'corridor' }, rules: { walls, pure } }
