import { Untold } from '../plan-expressions'
import { asNumber, asText, Failed, type Value } from './value'

/**
 * A text with values in it, of the verbs that names and blocks are made with.
 * @example formatted('%s-%02d', 'web', 3) // 'web-03'
 * @source https://developer.hashicorp.com/terraform/language/functions/format
 */
export function formatted(pattern?: Value, ...given: readonly Value[]): Value {
  if (typeof pattern !== 'string') return new Failed('It formats no text.')
  const length = given.reduce<number>((all, each) => all + (asText(each)?.length ?? 0), 0)
  if (pattern.length + length > 10_000) return new Untold('It makes too much.')
  let next = 0
  let problem: Untold | null = null
  const text = pattern.replace(
    /%(?:%|(0?)(\d*)([a-zA-Z]))/g,
    (verb, zero: string, width: string, kind: string) => {
      if (verb === '%%') return '%'
      const value = given[next] ?? null
      next += 1
      const [said, number] = [asText(value), asNumber(value)]
      const made =
        (kind === 's' || kind === 'v') && said !== null
          ? said
          : kind === 'd' && number !== null && Number.isInteger(number)
            ? String(number)
            : kind === 'x' && number !== null && Number.isInteger(number)
              ? number.toString(16)
              : null
      if (made === null || Number(width) > 100) {
        problem = new Untold(`What format makes of ${verb} is not read.`)
        return ''
      }
      return made.padStart(Number(width || 0), zero === '0' ? '0' : ' ')
    },
  )
  if (problem) return problem
  return /%[^%]/.test(pattern.replaceAll('%%', '').replace(/%0?\d*[a-zA-Z]/g, ''))
    ? new Untold('What format makes of this is not read.')
    : text
}
