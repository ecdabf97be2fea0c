/** Constructed sheets are not inline styles, so `style-src 'self'` lets them be (https://www.w3.org/TR/CSP3/#directive-style-src). */
export function dress(root: ShadowRoot, styles: string): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  } catch {
    // Safari before 16.4.
    const style = document.createElement('style')
    style.textContent = styles
    root.append(style)
  }
}
