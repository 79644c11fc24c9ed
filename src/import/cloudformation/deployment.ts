import type { Remark } from '../report'
import { attributeIn } from './attributes'
import { asText, evaluationOf, type Evaluation } from './evaluate'
import { addressOf, idFor } from './ids'
import type { ManifestStack } from './manifest'
import { fileNamed, nestedNames, nestedTemplates, nestedType } from './nested'
import { at, entriesAt } from './node'
import { placeTold, usualPlace } from './place'
import type { Stack, StackPlace, Surroundings } from './stack'
import type { Template, TemplateResource } from './template'
import { isUnknown, Unknown, type Value } from './value'

/** Everything that the templates of one import deploy. */
export interface Deployment {
  readonly stacks: readonly Stack[]
  readonly evaluate: (stack: Stack) => Evaluation
  /** Stacks whose account or Region nothing tells. */
  readonly homeless: readonly Homeless[]
  /** Those, and the ones whose account or Region was said. */
  readonly unplaced: readonly Homeless[]
  readonly remarks: readonly Remark[]
}

export interface Homeless {
  readonly stack: Stack
  readonly lacks: 'AWS::AccountId' | 'AWS::Region'
}

/** By parameter: for all templates by its name, for one stack as `stack/Name`. */
export type GivenParameters = Readonly<Record<string, string>>

/** More stacks than anybody nests are not followed. */
const mostStacks = 1000

/** All texts together that functions may make, in characters. */
const mostText = 50_000_000

/**
 * Deploys templates as far as that goes without AWS: those that a manifest lists as it says, those
 * that others nest within them, and all others by themselves, under the names of their files.
 */
export function deploymentOf(
  templates: readonly Template[],
  manifests: readonly ManifestStack[],
  parameters: GivenParameters,
): Deployment {
  const stacks: Stack[] = []
  const unplaced: Homeless[] = []
  const remarks = new Map<string, Remark>()
  const evaluations = new Map<Stack, Evaluation>()
  const nested = new Map<string, Stack>()
  const used = new Set<Template>()
  const attributes = new Map<string, Value>()
  let text = 0

  const remark = (it: Remark) => remarks.set(`${it.type} ${it.what} ${it.text}`, it)

  const around: Surroundings = {
    attributeOf: (stack, logicalId, attribute) => {
      const key = `${addressOf(stack, logicalId)} ${attribute ?? ''}`
      const known = attributes.get(key)
      if (known !== undefined) return known
      attributes.set(key, new Unknown(`${key.trim()} is made of itself.`))
      const value = attributeNow(stack, logicalId, attribute)
      attributes.set(key, value ?? new Unknown(`${key.trim()} is nothing.`))
      return value
    },
    exported: (stack, name) => exportedAs(name, stack.place),
    assume: (stack, said) => remark({ type: 'assumed', what: stack.address, text: said }),
    pay: (length) => {
      text += length
      return text <= mostText
    },
  }

  function evaluate(stack: Stack): Evaluation {
    const known = evaluations.get(stack)
    if (known) return known
    const made = evaluationOf(stack, around)
    evaluations.set(stack, made)
    return made
  }

  function attributeNow(stack: Stack, logicalId: string, attribute: string | null): Value {
    const it = stack.template.resources.get(logicalId)
    if (!it) return new Unknown(`${logicalId} is no resource of the template.`)
    const child = nested.get(addressOf(stack, logicalId))
    if (it.type === nestedType && attribute !== null) {
      const name = attribute.replace(/^Outputs\./, '')
      return child
        ? outputOf(child, name)
        : new Unknown(`The template of ${addressOf(stack, logicalId)} is not among the files.`)
    }
    return attributeIn(stack, it, attribute, evaluate(stack), zoneOf)
  }

  /** The zone of a subnet of any of the stacks. */
  function zoneOf(subnetId: string): Value {
    for (const stack of stacks)
      for (const { type, logicalId } of stack.template.resources.values())
        if (type === 'AWS::EC2::Subnet' && idFor(stack, logicalId) === subnetId)
          return around.attributeOf(stack, logicalId, 'AvailabilityZone')
    return new Unknown(`The subnet ${subnetId} is not among the files.`)
  }

  const outputs = new Map<string, Value>()

  function outputOf(stack: Stack, name: string): Value {
    const key = `${stack.address} ${name}`
    const known = outputs.get(key)
    if (known !== undefined) return known
    outputs.set(key, new Unknown(`The output ${name} of ${stack.address} is made of itself.`))
    const output = stack.template.outputs.get(name)
    const { holds, valueOf } = evaluate(stack)
    const condition = at(output, 'Condition')
    const holding = holds(typeof condition === 'string' ? condition : null)
    const value =
      output === undefined || holding === false
        ? new Unknown(`${stack.address} has no output ${name}.`)
        : isUnknown(holding)
          ? holding
          : (asText(valueOf(at(output, 'Value'))) ?? new Unknown(`The output ${name} is empty.`))
    outputs.set(key, value)
    return value
  }

  let exports: Map<string, readonly (() => Value)[]> | null = null

  function exportedAs(name: string, { ownerId, region }: StackPlace): Value {
    if (!exports) {
      exports = new Map()
      const found = new Map<string, (() => Value)[]>()
      for (const stack of stacks)
        for (const [key, output] of stack.template.outputs) {
          const exportName = evaluate(stack).valueOf(at(at(output, 'Export'), 'Name'))
          if (typeof exportName !== 'string') continue
          const { place } = stack
          for (const where of [`${place.ownerId} ${place.region} `, '']) {
            const list = found.get(`${where}${exportName}`) ?? []
            found.set(`${where}${exportName}`, list)
            list.push(() => outputOf(stack, key))
          }
        }
      exports = found
    }
    // where stacks lie may not have been told: one export of that name is the one that is meant
    const [only, ...others] = exports.get(`${ownerId} ${region} ${name}`) ?? exports.get(name) ?? []
    return only && others.length === 0
      ? only()
      : new Unknown(`No stack among the files exports ${name}.`)
  }

  function deploy(stack: Stack, chain: readonly Template[]): void {
    if (stacks.length >= mostStacks) {
      remark({ type: 'skipped', what: stack.address, text: `More than ${mostStacks} stacks.` })
      return
    }
    stacks.push(stack)
    used.add(stack.template)
    for (const it of stack.template.resources.values())
      if (it.type === nestedType) deployNested(stack, it, chain)
  }

  function deployNested(parent: Stack, it: TemplateResource, chain: readonly Template[]): void {
    const address = addressOf(parent, it.logicalId)
    const { holds, valueOf } = evaluate(parent)
    const holding = holds(it.condition)
    if (holding === false) return
    const url = valueOf(at(it.properties, 'TemplateURL'))
    const named = typeof url === 'string' ? [url] : nestedNames(at(it.properties, 'TemplateURL'))
    const template = fileNamed(named, templates, parent.template.path)
    if (!template || chain.includes(template)) {
      const why = template
        ? 'Its template nests itself.'
        : 'Its template is not among the files, so what it makes is missing.'
      remark({ type: template ? 'skipped' : 'missing', what: address, text: why })
      return
    }
    const given = entriesAt(it.properties, 'Parameters').map(
      ([name, node]) => [name, () => asText(valueOf(node))] as const,
    )
    const passed = new Set(given.map(([name]) => name))
    const key = `${parent.key}/${it.logicalId}`
    const said = new Map(
      [...template.parameters.keys()].flatMap((name) => {
        const text = own(parameters, `${key}/${name}`) ?? own(parameters, `${address}/${name}`)
        return text === undefined || passed.has(name) ? [] : [[name, text] as const]
      }),
    )
    const stack: Stack = {
      address,
      key,
      name: `${parent.name}-${it.logicalId}`,
      place: parent.place,
      template,
      doubt: parent.doubt ?? (isUnknown(holding) ? holding : null),
      given: new Map<string, () => Value>([...given, ...givenBy(said)]),
      passed,
      said,
    }
    nested.set(address, stack)
    deploy(stack, [...chain, template])
  }

  const taken = new Set<string>()

  function root(template: Template, listed: ManifestStack | null): void {
    const wanted = listed?.name ?? stackNameOf(template.path)
    const said = (name: string, key = template.path) =>
      own(parameters, `${key}/${name}`) ??
      own(parameters, `${wanted}/${name}`) ??
      own(parameters, name)
    const told = placeTold(template)
    const ownerId = listed?.ownerId ?? told.ownerId ?? said('AWS::AccountId') ?? null
    const region = listed?.region ?? told.region ?? said('AWS::Region') ?? null
    const place = {
      ownerId: ownerId ?? usualPlace.ownerId,
      region: region ?? usualPlace.region,
    }
    const address = [wanted, `${place.ownerId}/${place.region}/${wanted}`, template.path].find(
      (each) => !taken.has(each),
    )
    if (address === undefined) return
    taken.add(address)
    const given = new Map<string, () => Value>()
    for (const [name, value] of listed?.parameters ?? [])
      given.set(name, () => ('text' in value ? value.text : outputNamed(value.stack, value.output)))
    const passed = new Set(given.keys())
    // one that a manifest lists has its place from there, so that its address stays the same
    const key = listed ? address : template.path
    const texts = new Map(
      [...template.parameters.keys(), 'AWS::AccountId', 'AWS::Region'].flatMap((name) => {
        const text = said(name, key)
        return text === undefined ? [] : [[name, text] as const]
      }),
    )
    for (const [name, give] of givenBy(texts))
      if (template.parameters.has(name)) given.set(name, give)
    const stack: Stack = {
      address,
      key,
      name: wanted,
      place,
      template,
      doubt: null,
      given,
      passed,
      said: texts,
    }
    if ((listed?.ownerId ?? told.ownerId) === null)
      unplaced.push({ stack, lacks: 'AWS::AccountId' })
    if ((listed?.region ?? told.region) === null) unplaced.push({ stack, lacks: 'AWS::Region' })
    deploy(stack, [template])
  }

  function outputNamed(name: string, output: string): Value {
    const stack = stacks.find((it) => it.name === name)
    return stack
      ? outputOf(stack, output)
      : new Unknown(`The stack ${name} is not among the files.`)
  }

  for (const listed of manifests) {
    const template = templates.find(({ path }) => path === listed.path)
    if (template) root(template, listed)
    else
      remark({
        type: 'missing',
        what: listed.name,
        text: `Its template ${listed.path} is not among the files.`,
      })
  }
  const inner = new Set(templates.flatMap((it) => nestedTemplates(it, templates)))
  for (const template of templates)
    if (!used.has(template) && !inner.has(template)) root(template, null)
  // what is nested in nothing that is deployed, such as templates that nest each other
  for (const template of templates) if (!used.has(template)) root(template, null)
  const homeless = unplaced.filter(({ stack, lacks }) => !stack.said.has(lacks))
  return { stacks, evaluate, homeless, unplaced, remarks: [...remarks.values()] }
}

const givenBy = (texts: ReadonlyMap<string, string>) =>
  [...texts].map(([name, text]): [string, () => Value] => [name, () => text])

const own = (parameters: GivenParameters, key: string): string | undefined =>
  Object.hasOwn(parameters, key) ? parameters[key] : undefined

/** The name of its file, as CloudFormation takes names of stacks. */
function stackNameOf(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? ''
  const name = file.replace(/\.[^.]+$/, '').replace(/\.template$/, '')
  return name.replace(/[^A-Za-z0-9-]+/g, '-').replace(/^[^A-Za-z]+/, '') || 'stack'
}
