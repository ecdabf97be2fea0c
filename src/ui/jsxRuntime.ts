/**
 * What the elements of the interface are written down as in `dist/`. It stands in for `preact/jsx-runtime`, whose nodes also carry what Preact's own
 * `render` keeps in them: for `render` in this folder the four things below are all there is to know. That saves 0.2 kB (gz) in each of two parts.
 */

import type { ComponentChildren } from 'preact'

export const Fragment = ({ children }: { readonly children?: ComponentChildren }) => children

export const jsx = (type: unknown, { ref, ...props }: Readonly<Record<string, unknown>>, key?: unknown) => ({ type, props, key, ref })

export { jsx as jsxs }
