import { blockKey } from '../../iac/block'
import { distinct } from '../../iac/names'
import {
  mapping,
  nested,
  referencesIn,
  verbatim,
  type Nested,
  type Reference,
  type Value,
} from '../../iac/value'
import { pascal } from '../../iac/words'
import { printYaml } from '../../iac/yaml'
import type { NamedInput } from '../collect'
import { needKey, type Need, type Stack, type StackBlock } from './stacks'

/** What the other stacks need from this one, by the key of the need. */
export type Wanted = ReadonlyMap<string, Reference>

/** A template, and under which output each wanted thing is found. */
export interface Template {
  readonly text: string
  readonly outputOf: ReadonlyMap<string, string>
  /** The parameters it declares: what it only waits for, and has anyway, is none. */
  readonly parameters: readonly string[]
  readonly resources: number
  readonly outputs: number
}

/** A stack with its template, as far as manifest and README need to know it. */
export interface WrittenStack {
  readonly stack: Stack
  readonly path: string
  readonly template: Template
  readonly hasRoles: boolean
}

/** Prints a stack. Needs that are `late` come with an update, so what hangs on them is conditional. */
export function templateOf(
  stack: Stack,
  {
    description,
    wanted,
    late,
  }: {
    readonly description: string
    readonly wanted: Wanted
    readonly late: readonly Need[]
  },
): Template {
  const lateKeys = new Map(late.map((need) => [need.key, need]))
  const conditions = new Map<string, Value>()
  for (const need of late)
    conditions.set(
      conditionFor([need]) ?? '',
      verbatim(`!Not [!Equals [!Ref ${need.parameter}, ""]]`),
    )
  const remember = (needs: readonly string[]) => {
    const mine = needs.flatMap((key) => lateKeys.get(key) ?? [])
    const name = conditionFor(mine)
    if (name && mine.length > 1)
      conditions.set(
        name,
        verbatim(`!And [${mine.map((it) => `!Condition ${conditionFor([it])}`).join(', ')}]`),
      )
    return name
  }
  const rememberAll = ({ needs, onlyIf }: StackBlock) => {
    const arrived = remember(needs)
    if (!onlyIf) return arrived
    const isSet = `Has${onlyIf.name}`
    conditions.set(isSet, verbatim(`!Not [!Equals [!Ref ${onlyIf.name}, ""]]`))
    if (!arrived) return isSet
    const both = `${arrived}And${onlyIf.name}`
    conditions.set(both, verbatim(`!And [!Condition ${arrived}, !Condition ${isSet}]`))
    return both
  }
  const own = new Map(stack.blocks.map((block) => [blockKey(block), block]))
  const spell = spelling(stack, own)
  const resources = stack.blocks.map(
    (block) => [block.logicalId, resourceOf(block, own, rememberAll(block))] as const,
  )
  const { entries, outputOf } = outputsOf(stack, own, wanted, remember)
  const parameters = stack.needs
    .filter((need) => need.isRead || lateKeys.has(need.key))
    .map((need) => [need.parameter, parameterOf(need, lateKeys.has(need.key))] as const)
  const declared = [
    ...stack.inputs.map((input) => [input.name, parameterOfInput(input)] as const),
    ...parameters,
  ]
  const text = printYaml(
    {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: description,
      Parameters: declared.length > 0 ? mapping(declared) : undefined,
      Conditions: conditions.size > 0 ? mapping([...conditions]) : undefined,
      Resources: mapping(resources),
      Outputs: entries.length > 0 ? mapping(entries) : undefined,
    },
    spell,
  )
  return {
    text,
    outputOf,
    parameters: parameters.map(([name]) => name),
    resources: resources.length,
    outputs: entries.length,
  }
}

/** One condition for each set of parameters that may still be empty. */
function conditionFor(needs: readonly Need[]): string | undefined {
  if (needs.length === 0) return undefined
  return `Has${needs.map((need) => need.parameter).join('And')}`
}

/** The blocks of a stack by their keys. */
type Blocks = ReadonlyMap<string, StackBlock>

function spelling(stack: Stack, own: Blocks): (reference: Reference) => string {
  const parameters = new Map(stack.needs.map((need) => [need.key, need.parameter]))
  return (reference) => {
    const logicalId = own.get(blockKey(reference))?.logicalId
    if (logicalId === undefined) return `!Ref ${parameters.get(needKey(reference))}`
    return reference.attribute === 'id'
      ? `!Ref ${logicalId}`
      : `!GetAtt ${logicalId}.${reference.attribute}`
  }
}

function resourceOf(block: StackBlock, own: Blocks, condition: string | undefined): Nested {
  const waits = block.dependsOn.flatMap(
    (reference) => own.get(blockKey(reference))?.logicalId ?? [],
  )
  const unique = [...new Set(waits)]
  return nested({
    Type: block.type,
    Condition: condition,
    DependsOn: unique.length > 1 ? unique : unique[0],
    Properties: nested(block.body),
  })
}

const idPrefixes: readonly (readonly [RegExp, string])[] = [
  [/^vpc-peering-connection:/, 'pcx'],
  [/^vpc:/, 'vpc'],
  [/^security-group:/, 'sg'],
  [/^transit-gateway:/, 'tgw'],
  [/^transit-gateway-(vpc|peering)-attachment:/, 'tgw-attach'],
  [/^transit-gateway-route-table:/, 'tgw-rtb'],
  [/^prefix-list:/, 'pl'],
  [/^vpc-endpoint:/, 'vpce'],
  [/^vpc-endpoint-service:/, 'vpce-svc'],
  [/^(workload|network-interface):/, 'eni'],
]

/** What a parameter holds that another stack makes, and how to say so. */
function formOf({ reference, type }: Need): { readonly pattern: string; readonly says: string } {
  if (type === 'AWS::RAM::ResourceShare')
    return { pattern: 'arn:[a-z-]+:ram:.+', says: 'The ARN of a resource share.' }
  if (type === 'AWS::IAM::Role')
    return { pattern: 'arn:[a-z-]+:iam::\\d{12}:role/.+', says: 'The ARN of an IAM role.' }
  if (type.startsWith('AWS::ElasticLoadBalancingV2::'))
    return { pattern: 'arn:[a-z-]+:elasticloadbalancing:.+', says: 'An ARN of load balancing.' }
  if (reference.attribute === 'PrimaryPrivateIpAddress')
    return { pattern: '\\d{1,3}(\\.\\d{1,3}){3}', says: 'An IPv4 address.' }
  const prefix = idPrefixes.find(([kind]) => kind.test(reference.of))?.[1]
  return { pattern: `${prefix}-[0-9a-f]+`, says: `An ID that starts with ${prefix}-.` }
}

function parameterOfInput({ type, description, pattern, says, ...input }: NamedInput): Nested {
  return nested({
    Type: 'String',
    Description: description,
    Default: String(input.default ?? ''),
    AllowedValues: type === 'bool' ? ['true', 'false'] : undefined,
    AllowedPattern:
      pattern && input.default === null ? `^(${pattern})?$` : pattern && `^${pattern}$`,
    ConstraintDescription: says,
  })
}

function parameterOf(need: Need, isLate: boolean): Nested {
  const { pattern, says } = formOf(need)
  return nested({
    Type: 'String',
    Description: isLate
      ? 'Made by another stack, see the README. Empty for the first deployment.'
      : 'Made by another stack, see the README.',
    Default: isLate ? '' : undefined,
    AllowedPattern: isLate ? `^(${pattern})?$` : `^${pattern}$`,
    ConstraintDescription: says,
  })
}

/** The outputs that the design asks for, and those that other stacks wait for. */
function outputsOf(
  stack: Stack,
  own: Blocks,
  wanted: Wanted,
  conditionOf: (needs: readonly string[]) => string | undefined,
) {
  const conditionOn = (value: Value) =>
    conditionOf(
      [
        ...new Set(referencesIn(value).flatMap((it) => own.get(blockKey(it))?.needs ?? [])),
      ].toSorted(),
    )
  const wishes = new Map<string, string[]>()
  for (const [key, reference] of wanted) {
    const same = JSON.stringify(reference)
    wishes.set(same, [...(wishes.get(same) ?? []), key])
  }
  const asked = stack.outputs.map(({ of, words, description, value }, index) => ({
    key: `${of} ${String(index).padStart(6, '0')}`,
    name: pascal(words) || 'Output',
    description,
    value,
    serves: wishes.get(JSON.stringify(value)) ?? [],
  }))
  const served = new Set(asked.flatMap((it) => it.serves))
  const extra = [...wanted]
    .filter(([key]) => !served.has(key))
    .map(([key, reference]) => {
      const block = own.get(blockKey(reference))
      const suffix = reference.attribute === 'id' ? 'Id' : reference.attribute
      return {
        key: `~${key}`,
        name: `${block?.logicalId}${suffix}`,
        description: 'For the stack of another account or Region, see the README.',
        value: reference,
        serves: [key],
      }
    })
  const outputs = [...asked, ...extra]
  const names = distinct(outputs, 'N')
  const outputOf = new Map<string, string>()
  const entries = outputs.map(({ key, description, value, serves }) => {
    const name = names.get(key) ?? ''
    for (const need of serves) outputOf.set(need, name)
    return [
      name,
      nested({ Description: description, Condition: conditionOn(value), Value: value }),
    ] as const
  })
  return { entries, outputOf }
}
