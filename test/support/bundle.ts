/** Bundles an entry as a site with Vite would, in memory, and puts the files on the made-up web. */

import { build, type Rolldown } from 'vite'
import { host } from './site.ts'
import type { Web } from './web.ts'

export interface BundleOptions {
  /** With the frameworks' warnings. Default: as in production. */
  readonly development?: boolean
}

/** The npm build of the library, to import from an entry. */
export const library = new URL('../../lib/index.js', import.meta.url).pathname

/** A module by its file, or source text, bundled into files by name; the entry is `main.js`. */
export const bundle = async (
  entry: { readonly file: string } | { readonly source: string },
  { development = false }: BundleOptions = {},
): Promise<ReadonlyMap<string, string>> => {
  const name = 'file' in entry ? entry.file : 'virtual:entry'
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: development ? 'development' : 'production',
    base: './',
    root: new URL('../', import.meta.url).pathname,
    define: {
      'process.env.NODE_ENV': JSON.stringify(development ? 'development' : 'production'),
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'virtual:entry' ? id : null),
        load: (id) => (id === 'virtual:entry' && 'source' in entry ? entry.source : null),
      },
    ],
    build: {
      write: false,
      minify: !development,
      modulePreload: false,
      rollupOptions: { input: name, output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' } },
    },
  })
  const { output } = result as Rolldown.RolldownOutput
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code] as const] : [])))
}

/** Puts bundled files in a folder of the site. */
export const addBundle = (web: Web, folder: string, files: ReadonlyMap<string, string>, at = host) => {
  for (const [name, code] of files) web.addPage(at, `${folder}/${name}`, code, { 'content-type': 'text/javascript; charset=utf-8' })
}
