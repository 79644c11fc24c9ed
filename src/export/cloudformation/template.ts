import { blockKey } from '../../iac/block'
import { distinct } from '../../iac/names'
import {
  joined,
  mapping,
  nested,
  referencesIn,
  verbatim,
  type Nested,
  type Reference,
  type Value,
} from '../../iac/value'
import { pascal } from '../../iac/words'
import { printJson } from '../../iac/json'
import { printYaml } from '../../iac/yaml'
import type { ExportOptions } from '../options'
import { longestDescription, utf8Length, withinBytes } from './limits'
import { consoleGroups, parameterOf, parameterOfInput } from './parameters'
import { needKey, saidOf, type Need, type Stack, type StackBlock } from './stacks'

/** What the other stacks need from this one, by the key of the need. */
export type Wanted = ReadonlyMap<string, Reference>

/** A template, and under which output each wanted thing is found. */
export interface Template {
  readonly text: string
  readonly bytes: number
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
    format,
  }: {
    readonly description: string
    readonly format: ExportOptions['cloudformationFormat']
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
  const rememberAll = ({ needs, onlyIf, alsoIf = [] }: StackBlock) => {
    const settings = onlyIf ? [onlyIf, ...alsoIf] : []
    let known = remember(needs)
    for (const { name } of settings) {
      const isSet = `Has${name}`
      conditions.set(isSet, verbatim(`!Not [!Equals [!Ref ${name}, ""]]`))
      if (known) {
        const both = `${known}And${name}`
        conditions.set(both, verbatim(`!And [!Condition ${known}, !Condition ${isSet}]`))
        known = both
      } else known = isSet
    }
    return known
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
  const print = format === 'json' ? printJson : printYaml
  const text = print(
    {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: description,
      Metadata:
        parameters.length > 0 && stack.inputs.length > 0
          ? consoleGroups(
              declared.map(([name]) => name),
              stack,
            )
          : undefined,
      Parameters: declared.length > 0 ? mapping(declared) : undefined,
      Conditions: conditions.size > 0 ? mapping([...conditions]) : undefined,
      Resources: mapping(resources),
      Outputs: entries.length > 0 ? mapping(entries) : undefined,
    },
    spell,
  )
  return {
    text,
    bytes: utf8Length(text),
    outputOf,
    parameters: parameters.map(([name]) => name),
    resources: resources.length,
    outputs: entries.length,
  }
}

/** One condition for each set of parameters that may still be empty. */
function conditionFor(needs: readonly Need[]): string | undefined {
  const [first] = needs
  if (!first) return undefined
  const full = `Has${needs.map((need) => need.parameter).join('And')}`
  // a logical ID has at most 255 characters
  return full.length <= 200
    ? full
    : `Has${first.parameter.slice(0, 100)}And${needs.length - 1}More${checksum(full)}`
}

/** Tells long texts apart, in a few letters and digits. */
function checksum(text: string): string {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) % 4_294_967_291
  return sum.toString(36)
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
        description: block ? `${saidOf(block, reference)}, for another stack.` : '',
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
      nested({
        Description: withinBytes(description, longestDescription),
        Condition: conditionOn(value),
        Value: value,
        // other stacks of the same account and Region import it by this name
        Export: nested({ Name: joined(verbatim('!Ref AWS::StackName'), `-${name}`) }),
      }),
    ] as const
  })
  return { entries, outputOf }
}
