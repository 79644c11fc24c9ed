import { isUnknown, Unknown, type Value } from './value'

/** Texts only grow so far by being put together. */
const longest = 200_000

/**
 * Puts values into a text, as `Fn::Sub` does. `${!Name}` stays, without its exclamation mark.
 * @example filled('${AWS::Region}a', () => 'eu-west-1') // 'eu-west-1a'
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html
 */
export function filled(text: string, valueOf: (name: string) => Value): Value {
  const parts: string[] = []
  let length = 0
  let from = 0
  for (const found of text.matchAll(/\$\{([^{}]*)\}/g)) {
    parts.push(text.slice(from, found.index))
    from = found.index + found[0].length
    const [, name = ''] = found
    if (name.startsWith('!')) {
      parts.push(`\${${name.slice(1)}}`)
      continue
    }
    const value = valueOf(name.trim())
    if (isUnknown(value)) return value
    if (typeof value !== 'string') return new Unknown(`${name} is no text.`)
    length += value.length
    if (length > longest) return new Unknown('It makes a text that is too long.')
    parts.push(value)
  }
  return parts.join('') + text.slice(from)
}
