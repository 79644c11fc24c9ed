import { partitionOf } from '../../kinds/partition'
import { isListType, isStored } from '../parameter'
import { base64 } from './base64'
import { cidrBlocks } from './cidr-blocks'
import { isLoop } from './loops'
import { at, isFields, isList, textAt, type Node } from './node'
import { filled } from './sub'
import type { Stack, Surroundings } from './stack'
import { isUnknown, isValueList, Unknown, type Value } from './value'

/** What a template says once parameters, conditions and functions are put in. */
export interface Evaluation {
  readonly valueOf: (node: Node | undefined) => Value
  readonly parameter: (name: string) => Value
  /** Does the condition hold? Whatever has none holds. */
  readonly holds: (condition: string | null) => boolean | Unknown
}

/** Deeper, a value is made of itself, or might as well be. */
const deepest = 150

/** Texts only grow so far by being put together. */
const longest = 200_000

/**
 * Evaluates the functions of one stack. What cannot be known is `Unknown` and says why; nothing is
 * guessed, and nothing that refers to itself is followed for ever.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function evaluationOf(stack: Stack, around: Surroundings): Evaluation {
  const { template, place } = stack
  const conditions = new Map<string, boolean | Unknown | null>()
  const parameters = new Map<string, Value>()
  let depth = 0

  function deeper<T>(run: () => T): T | Unknown {
    if (depth >= deepest) return new Unknown('It is nested too deeply, or within itself.')
    depth += 1
    try {
      return run()
    } finally {
      depth -= 1
    }
  }

  const valueOf = (node: Node | undefined): Value => deeper(() => evaluated(node))

  function evaluated(node: Node | undefined): Value {
    if (node === undefined || node === null) return undefined
    if (typeof node === 'string') return plain(node)
    if (isList(node)) return node.map(valueOf).filter((each) => each !== undefined)
    if (!isFields(node)) return undefined
    const keys = Object.keys(node)
    const [name = ''] = keys
    if (keys.some(isLoop)) return new Unknown('It goes over values that are not in the template.')
    if (keys.length === 1 && (name === 'Ref' || name.startsWith('Fn::')))
      return called(name, node[name] ?? null)
    return Object.fromEntries(
      Object.entries(node).flatMap(([key, each]) => {
        const value = valueOf(each)
        return value === undefined ? [] : [[key, value] as const]
      }),
    )
  }

  function called(name: string, argument: Node): Value {
    switch (name) {
      case 'Ref':
        return typeof argument === 'string' ? reference(argument) : strange(name)
      case 'Fn::GetAtt':
        return attribute(argument)
      case 'Fn::If': {
        const [condition, yes, no] = isList(argument) ? argument : []
        const holding = typeof condition === 'string' ? holds(condition) : strange(name)
        return isUnknown(holding) ? holding : valueOf(holding ? yes : no)
      }
      case 'Fn::Sub':
        return substituted(argument)
      case 'Fn::Base64':
        return onTexts([valueOf(argument)], ([text = '']) => base64(text))
      case 'Fn::FindInMap':
        return mapped(argument)
      case 'Fn::GetAZs':
        return onTexts([valueOf(argument)], ([region]) => zonesOf(region || place.region))
      case 'Fn::ImportValue':
        return onTexts([valueOf(argument)], ([text = '']) => around.exported(stack, text))
      case 'Fn::Select':
      case 'Fn::Join':
      case 'Fn::Split':
      case 'Fn::Cidr':
      case 'Fn::Length':
        return ofList(name, argument)
      case 'Fn::Equals':
      case 'Fn::And':
      case 'Fn::Or':
      case 'Fn::Not': {
        const truth = judged({ [name]: argument })
        return isUnknown(truth) ? truth : String(truth)
      }
      default:
        return new Unknown(`The function ${name} is not known.`)
    }
  }

  function ofList(name: string, argument: Node): Value {
    const whole = valueOf(argument)
    if (isUnknown(whole)) return whole
    if (!isValueList(whole)) return strange(name)
    const [first, second, third] = whole
    if (isUnknown(first)) return first
    switch (name) {
      case 'Fn::Length':
        return String(whole.length)
      case 'Fn::Select': {
        if (isUnknown(second)) return second
        const index = typeof first === 'string' ? first : ''
        const chosen = isValueList(second) ? second[Number(index)] : undefined
        return chosen ?? new Unknown(`There is no element ${index} to select.`)
      }
      case 'Fn::Join': {
        const parts = isValueList(second) ? second : [second]
        return onTexts([first, ...parts], ([between = '', ...texts]) => texts.join(between))
      }
      case 'Fn::Split':
        return onTexts([first, second], ([between = '', text = '']) => text.split(between))
      default: {
        return onTexts([first, second, third ?? ''], ([text = '', count, bits]) => {
          const length = bits || (text.includes(':') ? '64' : '')
          const blocks = cidrBlocks(text, Number(count), Number(length))
          return blocks ?? new Unknown(`${text} does not hold ${count} such blocks.`)
        })
      }
    }
  }

  const affords = (text: string) => text.length <= longest && around.pay(text.length)

  /** What is made of these texts; unknown where one of them is, or is no text. */
  function onTexts(values: readonly Value[], make: (texts: readonly string[]) => Value): Value {
    const unknown = values.find(isUnknown)
    if (unknown) return unknown
    if (!values.every((each) => typeof each === 'string')) return strange('a text')
    const made = make(values)
    return typeof made === 'string' ? (affords(made) ? plain(made) : tooLong) : made
  }

  function reference(name: string): Value {
    switch (name) {
      case 'AWS::AccountId':
        return place.ownerId
      case 'AWS::Region':
        return place.region
      case 'AWS::Partition':
        return partitionOf(place.region)
      case 'AWS::StackName':
        return stack.name
      case 'AWS::StackId':
        return `arn:${partitionOf(place.region)}:cloudformation:${place.region}:${place.ownerId}:stack/${stack.name}/00000000-0000-0000-0000-000000000000`
      case 'AWS::URLSuffix':
        return place.region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
      case 'AWS::NotificationARNs':
        return []
      case 'AWS::NoValue':
        return undefined
      default:
        if (template.parameters.has(name)) return parameter(name)
        if (template.resources.has(name)) return around.attributeOf(stack, name, null)
        return new Unknown(`${name} is neither a parameter nor a resource of the template.`)
    }
  }

  function attribute(argument: Node): Value {
    const [logicalId, ...rest] =
      typeof argument === 'string' ? argument.split('.') : isList(argument) ? argument : []
    if (typeof logicalId !== 'string') return strange('Fn::GetAtt')
    return onTexts(rest.map(valueOf), (texts) =>
      template.resources.has(logicalId)
        ? around.attributeOf(stack, logicalId, texts.join('.'))
        : new Unknown(`${logicalId} is no resource of the template.`),
    )
  }

  function substituted(argument: Node): Value {
    const [text, given] = isList(argument) ? argument : [argument]
    if (typeof text !== 'string') return strange('Fn::Sub')
    const made = filled(text, (name) => {
      const own = at(given, name)
      if (own !== undefined) return valueOf(own)
      return name.includes('.') ? attribute(name) : reference(name)
    })
    return typeof made === 'string' ? (affords(made) ? plain(made) : tooLong) : made
  }

  function mapped(argument: Node): Value {
    const [map, first, second, otherwise] = isList(argument) ? argument : []
    return onTexts([valueOf(map), valueOf(first), valueOf(second)], ([name, one, two]) => {
      const found = at(at(at(template.mappings, name ?? ''), one ?? ''), two ?? '')
      if (found !== undefined) return literal(found)
      const fallback = at(otherwise, 'DefaultValue')
      return fallback === undefined
        ? new Unknown(`The mapping ${name} says nothing of ${one} and ${two}.`)
        : valueOf(fallback)
    })
  }

  function zonesOf(region: string): Value {
    around.assume(
      stack,
      `The Availability Zones of ${region} are taken to be ${region}a, ${region}b and ${region}c.`,
    )
    return ['a', 'b', 'c'].map((letter) => `${region}${letter}`)
  }

  function parameter(name: string): Value {
    if (parameters.has(name)) return parameters.get(name)
    const declared = template.parameters.get(name)
    const type = textAt(declared, 'Type') ?? 'String'
    const asks = { stack: stack.address, parameter: name }
    parameters.set(name, new Unknown(`The parameter ${name} is made of itself.`, asks))
    const given = stack.given.get(name)?.()
    const text = asText(given) ?? (isStored(type) ? undefined : valueOf(at(declared, 'Default')))
    const value =
      text === undefined
        ? new Unknown(`The parameter ${name} has no value.`, asks)
        : isListType(type) && typeof text === 'string'
          ? text.split(',').map((each) => each.trim())
          : text
    parameters.set(name, value)
    return value
  }

  function holds(condition: string | null): boolean | Unknown {
    if (condition === null) return true
    const known = conditions.get(condition)
    if (known === null) return new Unknown(`The condition ${condition} is made of itself.`)
    if (known !== undefined) return known
    conditions.set(condition, null)
    const node = template.conditions.get(condition)
    const judgement =
      node === undefined ? new Unknown(`There is no condition ${condition}.`) : judged(node)
    conditions.set(condition, judgement)
    return judgement
  }

  const judged = (node: Node): boolean | Unknown => deeper(() => judgedAt(node))

  function judgedAt(node: Node): boolean | Unknown {
    const named = textAt(node, 'Condition')
    if (named !== null) return holds(named)
    const [name = '', argument] = isFields(node) ? (Object.entries(node)[0] ?? []) : []
    const parts = isList(argument) ? argument : []
    switch (name) {
      case 'Fn::Equals': {
        const [one, other] = parts.map(valueOf)
        if (isUnknown(one)) return one
        if (isUnknown(other)) return other
        return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
      }
      case 'Fn::Not': {
        const [part] = parts
        const truth = part === undefined ? strange('Fn::Not') : judged(part)
        return isUnknown(truth) ? truth : !truth
      }
      case 'Fn::And':
      case 'Fn::Or': {
        const decisive = name === 'Fn::Or'
        const truths = parts.map(judged)
        if (truths.includes(decisive)) return decisive
        return truths.find((each) => typeof each !== 'boolean') ?? !decisive
      }
      default: {
        const value = valueOf(node)
        if (isUnknown(value)) return value
        return value === 'true' ? true : value === 'false' ? false : strange('a condition')
      }
    }
  }

  return { valueOf, parameter, holds }
}

const tooLong = new Unknown('It makes a text that is too long.')

const strange = (name: string) => new Unknown(`It is not what CloudFormation takes for ${name}.`)

/** What parameters and outputs hold: a list is a text with commas there. */
export function asText(value: Value): string | Unknown | undefined {
  if (value === undefined || typeof value === 'string' || isUnknown(value)) return value
  if (!isValueList(value)) return strange('a text')
  const unknown = value.find(isUnknown)
  const isPlain = value.every((each) => typeof each === 'string')
  return unknown ?? (isPlain ? value.join(',') : strange('a text'))
}

/** What a mapping says: texts and lists of them, never a function. */
const literal = (node: Node): Value => {
  if (typeof node === 'string') return plain(node)
  const texts = isList(node) ? node.flatMap((each) => (typeof each === 'string' ? [each] : [])) : []
  return isList(node) && texts.length === node.length ? texts : strange('a mapping')
}

/** A text; one that CloudFormation looks up where it deploys is not known. */
const plain = (text: string): Value =>
  /\{\{resolve:[^}]+\}\}/.test(text)
    ? new Unknown(`What ${text.slice(0, 80)} stands for is looked up when it is deployed.`)
    : text
