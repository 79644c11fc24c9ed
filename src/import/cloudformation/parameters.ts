import { usualPlace } from './place'
import { at, entriesAt, isList, textAt, type Node } from './node'
import { isStored, type StackParameter } from '../parameter'
import type { Deployment } from './deployment'
import type { Stack } from './stack'
import type { Template } from './template'
import type { Asked } from './value'

/** More than anybody fills in; a template of CloudFormation may have 200. */
const most = 500

/**
 * Everything that somebody who deploys the stacks by hand gives them: parameters that neither a
 * stack around them nor a manifest sets, and where they are deployed. `asked` lack a value that
 * something of the network hangs on.
 */
export function parametersIn(
  { stacks, unplaced }: Deployment,
  asked: readonly Asked[],
): readonly StackParameter[] {
  const needed = new Set(asked.map(({ stack, parameter }) => `${stack}/${parameter}`))
  const found = stacks.flatMap((stack): readonly StackParameter[] => [
    ...inOrder(stack.template).flatMap(([name, declared]) =>
      stack.passed.has(name) ? [] : parameterOf(stack, name, declared, needed),
    ),
    ...unplaced.flatMap((it) => (it.stack === stack ? placeOf(stack, it.lacks) : [])),
  ])
  if (found.length <= most) return found
  const [urgent, others] = [found.filter((it) => it.needed), found.filter((it) => !it.needed)]
  const kept = new Set([...urgent, ...others].slice(0, most))
  return found.filter((it) => kept.has(it))
}

function parameterOf(
  stack: Stack,
  name: string,
  declared: Node,
  needed: ReadonlySet<string>,
): StackParameter {
  const { template, address } = stack
  const type = textAt(declared, 'Type') ?? 'String'
  const { labels, groups } = wordsOf(template)
  const bound = (key: string) => numberIn(textAt(declared, key))
  const allowed = at(declared, 'AllowedValues')
  // the rules of what is stored are those of its name, which nobody is asked for here
  const rules = isStored(type)
    ? { allowedValues: [], allowedPattern: null, constraint: '' }
    : {
        allowedValues: isList(allowed) ? allowed.filter((each) => typeof each === 'string') : [],
        allowedPattern: textAt(declared, 'AllowedPattern'),
        constraint: textAt(declared, 'ConstraintDescription') ?? '',
      }
  return {
    key: keyOf(stack, name),
    stack: address,
    template: template.path,
    name,
    label: labels.get(name) ?? name,
    group: groups.get(name) ?? '',
    type,
    description: [textAt(declared, 'Description') ?? '', storedHint(type, declared)]
      .join(' ')
      .trim(),
    default: isStored(type) ? null : textAt(declared, 'Default'),
    ...rules,
    minLength: bound('MinLength'),
    maxLength: bound('MaxLength'),
    minValue: bound('MinValue'),
    maxValue: bound('MaxValue'),
    noEcho: textAt(declared, 'NoEcho')?.toLowerCase() === 'true',
    value: stack.said.get(name) ?? null,
    needed: needed.has(`${address}/${name}`),
  }
}

function placeOf(stack: Stack, lacks: 'AWS::AccountId' | 'AWS::Region'): StackParameter {
  const isRegion = lacks === 'AWS::Region'
  return {
    key: keyOf(stack, lacks),
    stack: stack.address,
    template: stack.template.path,
    name: lacks,
    label: isRegion ? 'Region' : 'Account',
    group: 'Where it is deployed',
    type: lacks,
    description: isRegion
      ? 'A template does not say it.'
      : '12 digits. A template does not say it.',
    default: isRegion ? usualPlace.region : usualPlace.ownerId,
    allowedValues: [],
    allowedPattern: isRegion ? '[a-z]{2}(-[a-z]+)+-[0-9]' : '[0-9]{12}',
    constraint: isRegion ? 'Write a Region such as eu-west-1.' : 'Write 12 digits.',
    minLength: null,
    maxLength: null,
    minValue: null,
    maxValue: null,
    noEcho: false,
    value: stack.said.get(lacks) ?? null,
    needed: false,
  }
}

const keyOf = ({ key }: Stack, name: string): string => `${key}/${name}`

const storedHint = (type: string, declared: Node): string =>
  isStored(type)
    ? `Give what ${textAt(declared, 'Default') || 'its name'} holds in the Parameter Store.`
    : ''

const numberIn = (text: string | null): number | null =>
  text !== null && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null

const interfaceOf = ({ metadata }: Template) => at(metadata, 'AWS::CloudFormation::Interface')

const groupsOf = (template: Template): readonly (readonly [string, readonly string[]])[] => {
  const groups = at(interfaceOf(template), 'ParameterGroups')
  return (isList(groups) ? groups : []).map((group) => {
    const names = at(group, 'Parameters')
    const heading = textAt(at(group, 'Label'), 'default') ?? ''
    return [
      heading,
      (isList(names) ? names : []).flatMap((it) => (typeof it === 'string' ? it : [])),
    ]
  })
}

/**
 * How a template wants its parameters called, and under which headings.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudformation-interface.html
 */
function wordsOf(template: Template) {
  const labels = new Map(
    entriesAt(interfaceOf(template), 'ParameterLabels').flatMap(([name, label]) => {
      const text = textAt(label, 'default')
      return text ? [[name, text] as const] : []
    }),
  )
  const groups = new Map(
    groupsOf(template).flatMap(([heading, names]) => names.map((name) => [name, heading] as const)),
  )
  return { labels, groups }
}

/** The parameters as the template wants them asked for: those under headings, then the rest. */
function inOrder(template: Template): readonly (readonly [string, Node])[] {
  const { parameters } = template
  const first = groupsOf(template).flatMap(([, names]) => names)
  const names = new Set([...first.filter((name) => parameters.has(name)), ...parameters.keys()])
  return [...names].flatMap((name) => {
    const declared = parameters.get(name)
    return declared === undefined ? [] : [[name, declared] as const]
  })
}
