/** The name of a cookie or key as a visitor reads it: of a pattern `/^…/` its beginning, and its end where the pattern says that. */
export function shownName(name: string): string {
  return name.replace(/^\/\^([\w-]*).*?(?:([_-][\w-]*)\$)?\/$/, '$1*$2')
}
