import type { StackParameter } from '../../import/parameter'
import type { ParameterTexts } from '../../worker/importer'

/** What stands in a field before anything is typed. */
export const textOf = ({ value, default: usual }: StackParameter): string => value ?? usual ?? ''

/** What is told of the fields: nothing of those that are left as the template has them. */
export function saidIn(
  parameters: readonly StackParameter[],
  texts: ParameterTexts,
): ParameterTexts {
  return Object.fromEntries(
    parameters.flatMap((it) => {
      const text = texts[it.key] ?? textOf(it)
      return text === (it.default ?? '') ? [] : [[it.key, text] as const]
    }),
  )
}

/** Has whatever the network hangs on a value? */
export const isComplete = (parameters: readonly StackParameter[]): boolean =>
  !parameters.some(({ needed, value }) => needed && value === null)

const isPlace = ({ name }: StackParameter) => name.startsWith('AWS::')

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/**
 * With which values templates were read, in one line.
 * @example '3 parameters used their defaults. The account and the Region are assumed.'
 */
export function wordsOf(parameters: readonly StackParameter[]): string {
  const declared = parameters.filter((it) => !isPlace(it))
  const given = declared.filter(({ value }) => value !== null).length
  const usual = declared.filter((it) => it.value === null && it.default !== null).length
  const none = declared.length - given - usual
  const assumed = [
    ['AWS::AccountId', 'account'],
    ['AWS::Region', 'Region'],
  ].flatMap(([name, word]) =>
    parameters.some((it) => it.name === name && it.value === null) ? [`the ${word}`] : [],
  )
  const sentences = [
    given > 0 && `${counted(given, 'parameter has a value', 'parameters have values')} from you.`,
    usual > 0 &&
      `${counted(usual, 'parameter used its default', 'parameters used their defaults')}.`,
    none > 0 && `${counted(none, 'parameter has', 'parameters have')} no value.`,
    assumed.length > 0 &&
      `${assumed.join(' and ').replace(/^t/, 'T')} ${assumed.length === 1 ? 'is' : 'are'} assumed.`,
  ]
  return sentences.filter((it) => it !== false).join(' ')
}

/** Fields under one heading of a template. */
export interface ParameterGroup {
  readonly heading: string
  readonly parameters: readonly StackParameter[]
}

/** A stack with the headings that it asks under, in the order of the template. */
export interface ParameterStack {
  readonly stack: string
  readonly template: string
  readonly groups: readonly ParameterGroup[]
}

export function stacksOf(parameters: readonly StackParameter[]): readonly ParameterStack[] {
  return groupedBy(parameters, ({ stack }) => stack).map(([stack, own]) => ({
    stack,
    template: own[0]?.template ?? '',
    groups: groupedBy(own, ({ group }) => group).map(([heading, inside]) => ({
      heading,
      parameters: inside,
    })),
  }))
}

function groupedBy(
  parameters: readonly StackParameter[],
  keyOf: (parameter: StackParameter) => string,
): readonly (readonly [string, readonly StackParameter[]])[] {
  const groups = new Map<string, StackParameter[]>()
  for (const it of parameters) {
    const group = groups.get(keyOf(it))
    if (group) group.push(it)
    else groups.set(keyOf(it), [it])
  }
  return [...groups]
}
