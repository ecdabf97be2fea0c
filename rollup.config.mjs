/**
 * Builds `dist/` (the script tag and its lazy parts, each complete in itself) and `lib/` (ESM with types for npm).
 * In `dist/` every part is one file that the browser resolves against the address of `toestemming.js`.
 */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import json from '@rollup/plugin-json'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import typescript from '@rollup/plugin-typescript'
import { minify as pack } from 'terser'
import ts, { JsxEmit, ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { lean } from './scripts/lean.mjs'

/**
 * Properties that only our own parts see: each gets the same short name in every file of `dist/`. Not one that is part of the configuration, of
 * what is kept, of the public interface or of the browser's own objects, nor one that is ever named in a string.
 */
const inner = [
  'act',
  'actions',
  'adopt',
  'allows',
  'answer',
  'AnswerAll',
  'application',
  'asked',
  'blocks',
  'Button',
  'categoryOf',
  'changed',
  'choices',
  'copies',
  'decide',
  'declared',
  'emit',
  'equip',
  'gate',
  'grant',
  'grants',
  'isCategory',
  'later',
  'leave',
  'look',
  'met',
  'mounted',
  'mounts',
  'move',
  'needs',
  'parts',
  'passes',
  'properties',
  'ran',
  'refresh',
  'required',
  'roots',
  'run',
  'say',
  'scene',
  'settings',
  'stale',
  'start',
  'state',
  'stop',
  'tell',
  'tidy',
  'waiting',
  'waits',
  'watch',
  'withdrawable',
  'words',
]
/** One letter for each, in that order, found by trying: all parts together pack 90 bytes smaller than with those of the alphabet. Any other will do too. */
const letters = 'rn$emvVbdBhGIFJ_ODoCERYLzPMgStjNxTlkyKaHsUfcquwXZpAi'
if (letters.length !== inner.length)
  throw new Error(`There are ${inner.length} inner names and ${letters.length} letters: give each one of its own.`)
const short = Object.fromEntries(inner.map((name, index) => [`$${name}`, letters[index]]))

/** What parts export to one another: short names for these too. No word that a vendor, a page or a configuration uses. */
const exported = [
  'startApplication',
  'createBlocks',
  'showTrigger',
  'startSignals',
  'setUp',
  'releaseTemplate',
  'startLate',
  'prepare',
  'readAhead',
  'panelStyles',
  'PreferencesDialog',
  'InlinePreferences',
  'CookieTable',
  'represent',
  'keepInReach',
]
const exportedName = RegExp(`\\b(${exported.join('|')})\\b`, 'g')
const shortExports = {
  name: 'short-exports',
  renderChunk: (code) => code.replace(exportedName, (name) => `$${String.fromCharCode(97 + exported.indexOf(name))}`),
}

/** One word for what does not change and for what does repeats itself more: it packs smaller. */
const letOnly = { name: 'let-only', renderChunk: (code) => code.replace(/\bconst (?=[\w{[])/g, 'let ') }

/** One kind of quotes, as templates have them anyhow: it packs smaller. */
const oneQuote = {
  name: 'one-quote',
  renderChunk(code) {
    const edges = []
    const look = (node) => {
      if (ts.isStringLiteral(node) && node.parent.name !== node && node.parent.moduleSpecifier !== node && !/[\\`$]/.test(node.getText()))
        edges.push(node.getStart(), node.getEnd() - 1)
      ts.forEachChild(node, look)
    }
    look(ts.createSourceFile('part.js', code, ScriptTarget.Latest, true))
    const characters = code.split('')
    for (const edge of edges) characters[edge] = '`'
    return characters.join('')
  },
}

/** In this very process: to start another for each file costs more than what it does. */
const terser = (options) => ({
  name: 'terser',
  renderChunk: async (code, _chunk, { format }) => (await pack(code, { ...options, module: format === 'es' })).code,
})

/** The names of variables in `toestemming.js` in the order in which they are given out, found by `npm run names`: it packs 60 bytes smaller. */
const names = 'eotraildwpsnuc$qfjLzyUFABCSmkTvG_VKPNgbhRMDJYOxEWQXHZI'
export const identifiers = {
  get(index, given = names) {
    const more = Math.floor(index / given.length)
    return given[index % given.length] + (more ? given[more - 1] : '')
  },
}

/** Rollup ends a file with a line end, which browsers do not need. */
const noLineEnd = {
  name: 'no-line-end',
  generateBundle(_, files) {
    for (const file of Object.values(files)) if (file.code) file.code = file.code.trimEnd()
  },
}

/** Hoisting helps where there are many functions and little else; what developers are given to read keeps its names. */
const minify = (hoisted = false, shortened = true, more = {}, naming = {}) =>
  terser({
    ecma: 2021,
    compress: {
      passes: 3,
      inline: 1,
      unsafe_arrows: true,
      unsafe_methods: true,
      hoist_funs: hoisted,
      pure_getters: true,
      ...more,
    },
    mangle: { ...naming, properties: shortened && { regex: RegExp(`^(${inner.join('|')})$`), keep_quoted: 'strict', builtins: true } },
    nameCache: { props: { props: { ...short } } },
    format: { comments: false },
  })
const compile = (options = {}, exclude = ['src/tools/**']) =>
  typescript({
    noEmitOnError: true,
    include: ['src/**/*', 'locales/**/*.json'],
    exclude,
    compilerOptions: {
      noEmit: false,
      allowImportingTsExtensions: false,
      rewriteRelativeImportExtensions: true,
      types: [],
      ...options,
    },
  })

/** Data as modules: one file per JSON, so that a page fetches only what it names. */
const data = (folder, out) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [`${out}/${basename(name, '.json')}`, `${folder}/${name}`]),
  )

/** TypeScript wraps addresses that are made at run time in a helper for `.ts` endings; ours have none. */
const lazyAddresses = { name: 'lazy-addresses', renderChunk: (code) => code.replaceAll('__rewriteRelativeImportExtension', '') }

/** A catalogue file as the page needs it. */
const leanServices = {
  name: 'lean-services',
  transform: (code, id) => (/src[\\/]catalogue[\\/][^\\/]+\.json$/.test(id) ? JSON.stringify(lean(JSON.parse(code))) : null),
}

/** Data needs no name: what is exported is written as it is. */
const nameless = {
  name: 'nameless',
  renderChunk: (code) =>
    code.replace(/^(?:var|let|const) (\w+) ?= ?([\s\S]*);\s*export\s*\{\s*\1 as default\s*\};\s*$/, 'export default$2'),
}

/** The list of ids is a file of its own in `dist/`, which a part fetches only when it needs it. */
const isIds = (id) => /catalogue[\\/]ids(\.ts)?$/.test(id)

/** Parts that other parts ask for. What the gate has by the name of `embeds` is something else. */
const isPart = (id, from = '') =>
  /\.\/(application|box|decisions|embeds|labels|low|placeholders|share)\.(ts|js)$/.test(id) &&
  !id.includes('gate') &&
  !/src[\\/]gate[\\/].* \.\/embeds/.test(`${from} ${id}`)

/** Of a service in the catalogue what it can be recognised by, without what only visitors read. */
const recognisable = {
  name: 'recognisable',
  transform(code, file) {
    if (!/[\\/]catalogue[\\/][\w-]+\.json$/.test(file)) return null
    const { id, category, provider, title, hosts, cookies } = lean(JSON.parse(code))
    return {
      code: JSON.stringify({ id, category, provider, title, hosts, cookies: cookies?.map(({ purpose, ...rest }) => rest) }),
      map: null,
    }
  },
}

/** By file: most are part of many parts. */
const stripped = new Map()
/** Leaves the types out and looks at nothing else: the build for npm checks all of them together. */
const strip = {
  name: 'strip',
  resolveId: (source, importer) => (importer && /^\..*\.tsx?$/.test(source) ? resolve(dirname(importer), source) : null),
  transform(code, id) {
    if (!/\.tsx?$/.test(id)) return null
    const key = `${id}\n${code}`
    if (!stripped.has(key)) {
      const compilerOptions = {
        target: ScriptTarget.ES2021,
        module: ModuleKind.ESNext,
        jsx: JsxEmit.ReactJSX,
        jsxImportSource: 'preact',
        verbatimModuleSyntax: true,
      }
      stripped.set(key, transpileModule(code, { fileName: id, compilerOptions }).outputText)
    }
    return stripped.get(key)
  },
}

/** The catalogue as owners choose from it: also what only they read. */
const forOwners = {
  name: 'for-owners',
  transform(code, id) {
    if (!/src[\\/]catalogue[\\/][^\\/]+\.json$/.test(id)) return null
    const { mayBeExempt } = JSON.parse(code)
    return JSON.stringify({ ...lean(JSON.parse(code)), ...(mayBeExempt && { mayBeExempt }) })
  },
}

/** A page of the demo that can be copied to a static host, with `dist/` as `toestemming/` beside it. */
const page = (folder) => ({
  name: 'page',
  writeBundle() {
    mkdirSync(`site/${folder}`, { recursive: true })
    for (const file of readdirSync(`demo/${folder}`))
      if (/\.(html|css|svg)$/.test(file)) cpSync(`demo/${folder}/${file}`, `site/${folder}/${file}`)
    // What an owner may take along as a whole.
    const files = readdirSync('dist', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const names = files.map((entry) => relative('dist', join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    writeFileSync(`site/${folder}/files.json`, JSON.stringify(names.sort()))
  },
})

/** Styles travel as they are written: on one line. */
const closeStyles = {
  name: 'close-styles',
  transform: (code, id) =>
    /styles\.ts$/i.test(id) ? { code: code.replace(/`[^`]*`/g, (text) => text.replace(/\n/g, '')), map: null } : null,
}

/** The interface draws itself: src/ui/render.ts. */
const ownElements = {
  name: 'own-elements',
  resolveId: (source) => (source === 'preact/jsx-runtime' ? resolve('src/ui/jsxRuntime.ts') : null),
}

const part = (name, input, { before = [], shortened = true, more = {} } = {}) => ({
  input,
  // One part that another asks for is a file beside it.
  external: (id, from) => isIds(id) || isPart(id, from),
  output: {
    file: `dist/${name}.js`,
    format: 'es',
    paths: (id) => (isIds(id) ? './catalogue/ids.js' : `./${basename(id).replace('.ts', '.js')}`),
  },
  plugins: [
    ...before,
    ownElements,
    closeStyles,
    nodeResolve(),
    json({ preferConst: true }),
    strip,
    ...(shortened ? [shortExports, letOnly] : []),
    minify(name === 'ui', shortened, more),
    ...(shortened ? [oneQuote, noLineEnd] : []),
  ],
})

export default [
  {
    input: 'src/auto.ts',
    output: {
      file: 'dist/toestemming.js',
      format: 'iife',
      inlineDynamicImports: true,
      // Written as modules, it does nothing that would be something else without: nine bytes.
      strict: false,
      generatedCode: { arrowFunctions: true },
    },
    plugins: [
      nodeResolve(),
      json({ preferConst: true }),
      strip,
      lazyAddresses,
      shortExports,
      letOnly,
      minify(false, true, { passes: 5, lhs_constants: false }, { nth_identifier: identifiers }),
      oneQuote,
      noLineEnd,
    ],
  },
  part('application', 'src/application.ts'),
  part('decisions', 'src/decisions.ts'),
  part('storage', 'src/storage/storage.ts'),
  part('ui', 'src/ui/ui.tsx'),
  part('panels', 'src/ui/panels.tsx'),
  part('low', 'src/ui/low.ts'),
  part('table', 'src/table.ts'),
  part('blocks', 'src/gate/blocks.ts'),
  part('placeholders', 'src/gate/placeholders.ts'),
  part('box', 'src/gate/box.ts'),
  part('forms', 'src/gate/forms.ts'),
  part('embeds', 'src/embeds.ts'),
  part('share', 'src/share.ts'),
  part('labels', 'src/labels.ts'),
  part('later', 'src/autoLater.ts'),
  part('network', 'src/network.ts'),
  part('release', 'src/release.ts'),
  part('explain', 'src/explain.ts'),
  part('debug-checks', 'src/debug/checks.ts', { shortened: false }),
  part('review', 'src/review.ts', { shortened: false }),
  // Data: to look for what is used once takes seconds, and finds eight bytes.
  part('catalogue-index', 'src/debug/catalogueIndex.ts', { before: [recognisable], shortened: false, more: { collapse_vars: false } }),
  {
    input: 'src/autoDebug.ts',
    output: { file: 'dist/debug.js', format: 'iife', inlineDynamicImports: true },
    plugins: [nodeResolve(), json({ preferConst: true }), strip, lazyAddresses, minify(false, false)],
  },
  part('signals', 'src/signals/signals.ts'),
  ...['clarity', 'google', 'hubspot', 'matomo', 'meta', 'microsoft', 'own', 'pinterest', 'shopify', 'tiktok', 'wordpress'].map((name) =>
    part(`signals/${name}`, `src/signals/${name}.ts`),
  ),
  {
    input: {
      ...data('locales', 'locales'),
      ...data('locales/panels', 'locales/panels'),
      ...data('locales/table', 'locales/table'),
      ...data('locales/blocks', 'locales/blocks'),
      ...data('locales/forms', 'locales/forms'),
      ...data('locales/gpc', 'locales/gpc'),
      ...data('locales/network', 'locales/network'),
      ...data('src/catalogue', 'catalogue'),
    },
    output: { dir: 'dist', format: 'es', entryFileNames: '[name].js', compact: true },
    plugins: [leanServices, json({ namedExports: false, preferConst: true, compact: true }), nameless],
  },
  {
    input: 'src/catalogue/ids.ts',
    output: { file: 'dist/catalogue/ids.js', format: 'es' },
    plugins: [strip, minify()],
  },
  {
    input: { index: 'src/index.ts', catalogue: 'src/catalogue/index.ts', debug: 'src/debug.ts' },
    external: ['preact', /^preact\//, 'js-cookie'],
    output: { dir: 'lib', format: 'es', chunkFileNames: '[name]-[hash].js' },
    plugins: [
      leanServices,
      nodeResolve(),
      json({ namedExports: false, preferConst: true }),
      compile({ declaration: true, declarationDir: 'lib/types', rootDir: '.' }),
    ],
  },
  {
    input: 'src/tools/toestemming.ts',
    external: /^node:/,
    output: { file: 'lib/tools/toestemming.js', format: 'es', banner: '#!/usr/bin/env node' },
    plugins: [nodeResolve(), json({ preferConst: true }), strip, lazyAddresses],
  },
  {
    input: 'demo/configurator/main.tsx',
    output: { file: 'site/configurator/configurator.js', format: 'es', inlineDynamicImports: true },
    plugins: [
      forOwners,
      nodeResolve(),
      json({ preferConst: true, compact: true }),
      strip,
      terser({ compress: false }),
      page('configurator'),
    ],
  },
  {
    input: 'demo/configurator/example.ts',
    output: { file: 'site/configurator/example.js', format: 'iife' },
    plugins: [strip, minify(false, false)],
  },
]
