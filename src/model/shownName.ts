/** The name of a cookie or key as a visitor reads it: of a pattern `/^…/` its beginning, and its end where the pattern says that; or else all of it. */
export function shownName(name: string): string {
  const shown = name.replace(/^\/\^([\w-]*).*?(?:([_-][\w-]*)\$)?\/$/, '$1*$2')
  return shown[1] ? shown : name
}
