/** A value against the part of JSON Schema that `src/schema/service.schema.json` uses. A word it does not know is an error, so that none is skipped. */

type Schema = Readonly<Record<string, unknown>>

/** What is wrong, as `where: what`; empty when it fits. */
export function misfits(value: unknown, schema: Schema, root: Schema = schema, path = ''): string[] {
  return Object.entries(schema).flatMap(([word, rule]) => {
    const wrong = (fits: boolean) => (fits ? [] : [`${path || '/'}: ${JSON.stringify(value)} does not fit ${word} ${JSON.stringify(rule)}`])
    const object = typeof value === 'object' && value && !Array.isArray(value) ? (value as Schema) : {}
    const list = Array.isArray(value) ? value : []
    switch (word) {
      case '$schema':
      case '$defs':
      case 'title':
      case 'description':
        return []
      case '$ref':
        return misfits(value, follow(root, rule as string), root, path)
      case 'type':
        return wrong(rule === (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value))
      case 'enum':
        return wrong((rule as unknown[]).includes(value))
      case 'pattern':
        return wrong(typeof value === 'string' && RegExp(rule as string, 'u').test(value))
      case 'minItems':
        return wrong(list.length >= (rule as number))
      case 'uniqueItems':
        return wrong(new Set(list.map((item) => JSON.stringify(item))).size === list.length)
      case 'items':
        return list.flatMap((item, index) => misfits(item, rule as Schema, root, `${path}/${index}`))
      case 'required':
        return (rule as string[]).filter((key) => !(key in object)).map((key) => `${path || '/'}: ${key} is missing`)
      case 'properties':
        return Object.entries(rule as Readonly<Record<string, Schema>>).flatMap(([key, inner]) =>
          key in object ? misfits(object[key], inner, root, `${path}/${key}`) : [],
        )
      case 'additionalProperties':
        return Object.keys(object)
          .filter((key) => !(key in (schema.properties as Schema)))
          .map((key) => `${path || '/'}: ${key} does not exist`)
      default:
        throw new Error(`This check does not know ${word}.`)
    }
  })
}

function follow(root: Schema, reference: string): Schema {
  return reference
    .split('/')
    .slice(1)
    .reduce<unknown>((found, key) => (found as Schema)[key], root) as Schema
}
