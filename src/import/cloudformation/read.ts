import type { Raw } from '../../kinds/describe'
import type { Answer } from '../aws/gather'
import type { StackParameter } from '../parameter'
import type { Ask, Remark } from '../report'
import {
  clusterGroupOf,
  defaultAclOf,
  defaultGroupOf,
  defaultTableOf,
  firewallEndpoint,
  mainTableOf,
} from './attributes'
import { asksFor } from './asks'
import { Book, type Entry } from './book'
import { deploymentOf, type GivenParameters } from './deployment'
import { addressOf, idFor } from './ids'
import type { Item, TypeReader, Writing } from './item'
import type { ManifestStack } from './manifest'
import { nestedType } from './nested'
import { parametersIn } from './parameters'
import { usualPlace } from './place'
import { isBeside, isMissed, rounds } from './readers'
import type { Template } from './template'
import { completeTargets } from './types/balancing'
import { loginGroupOf } from './types/clusters'
import { completeServices } from './types/lattice-services'
import { doubtLearning } from './types/learning'
import { launchTemplates } from './types/launched'
import { instancesOf } from './types/launches'
import { shares } from './types/shares'
import { completeTables } from './types/transit-tables'
import {
  isUnknown,
  knownIn,
  unknownsIn,
  valueAt,
  type Asked,
  type Unknown,
  type Value,
} from './value'

/** What templates come to: answers of the AWS CLI, as if everything was deployed. */
export interface TemplateReading {
  readonly answers: readonly Answer[]
  /** The address in its stack of what each made-up ID stands for. */
  readonly addresses: ReadonlyMap<string, string>
  /** What is missing to know what a thing does, by its ID. */
  readonly undescribed: ReadonlyMap<string, string>
  /** Whom things are shared with, by their IDs. */
  readonly sharedWith: ReadonlyMap<string, readonly string[]>
  readonly remarks: readonly Remark[]
  readonly asks: readonly Ask[]
  /** What the stacks can be deployed with otherwise. */
  readonly parameters: readonly StackParameter[]
}

/** Reads templates as far as they can be evaluated; the rest is said. */
export function readTemplates(
  templates: readonly Template[],
  manifests: readonly ManifestStack[],
  parameters: GivenParameters,
): TemplateReading {
  const deployment = deploymentOf(templates, manifests, parameters)
  const { stacks, evaluate } = deployment
  const remarks: Remark[] = [...deployment.remarks]
  const book = new Book()
  const addresses = new Map<string, string>()
  const asked: Asked[] = []
  const others = new Map<string, number>()
  const found = new Map<string, { readonly it: Item; readonly doubts: readonly Doubt[] }[]>()

  for (const stack of stacks) {
    const { valueOf, holds } = evaluate(stack)
    for (const resource of stack.template.resources.values()) {
      const { logicalId, type } = resource
      const holding = holds(resource.condition)
      if (holding === false || type === nestedType) continue
      const reader = readerOf(type)
      if (!reader) {
        others.set(type, (others.get(type) ?? 0) + 1)
        continue
      }
      const address = addressOf(stack, logicalId)
      const value = valueOf(resource.properties)
      const known = knownIn(value)
      const doubts = [
        ...[stack.doubt, isUnknown(holding) ? holding : null].flatMap((unknown) =>
          unknown ? [{ what: `whether ${address} is made`, unknown, asks: asksOf([unknown]) }] : [],
        ),
        ...relevantIn(value).map(({ property, unknown, asks }) => ({
          what: `what ${property} of ${address} comes to`,
          unknown,
          asks,
        })),
      ]
      const it: Item = {
        type,
        logicalId,
        id: idFor(stack, logicalId),
        ref: refIn(valueOf({ Ref: logicalId })),
        address,
        place: stack.place,
        properties: typeof known === 'object' && known !== null ? (known as Raw) : {},
      }
      if (!reader.partOf) addresses.set(it.id, address)
      for (const [id, of] of madeWith(it)) addresses.set(id, of)
      const list = found.get(type) ?? []
      found.set(type, list)
      list.push({ it, doubts })
    }
    for (const loop of stack.template.loops)
      remarks.push({
        type: 'missing',
        what: `${stack.address}/${loop}`,
        text: 'What the loop goes over is known only once it is deployed; what it makes is missing.',
      })
    for (const transform of stack.template.transforms)
      if (transform !== 'AWS::LanguageExtensions')
        remarks.push({
          type: 'missing',
          what: stack.address,
          text: `${transform} rewrites the template where it is deployed; what that adds is not known.`,
        })
  }

  const writing: Writing = {
    book,
    assume: ({ address }, text) => remarks.push({ type: 'assumed', what: address, text }),
    lacks: ({ address }, text) => remarks.push({ type: 'missing', what: address, text }),
  }
  for (const round of rounds)
    for (const [type, reader] of Object.entries(round))
      for (const { it, doubts } of found.get(type) ?? []) {
        reader.read(it, writing)
        for (const doubt of doubts) note(it, reader, doubt)
      }

  function note(it: Item, reader: TypeReader, { what, unknown, asks }: Doubt): void {
    asked.push(...asks)
    const missing = unknown.asks
      ? `the value of the parameter ${unknown.asks.parameter} of ${unknown.asks.stack}`
      : what
    const owners = (reader.partOf?.(it) ?? [it.id]).filter((id) => typeof id === 'string')
    for (const id of owners) book.doubt(id, missing)
    remarks.push({ type: 'missing', what: it.address, text: `${sentence(what)}: ${unknown.why}` })
  }

  completeTables(book, usualPlace)
  completeTargets(book)
  completeServices(book)
  doubtLearning(book)
  const sharedWith = sharedIn(book.take(shares))
  book.take('DBSubnetGroups')
  book.take(launchTemplates)
  return {
    answers: book.answers(),
    addresses,
    undescribed: book.doubts,
    sharedWith,
    remarks: [...remarks, ...unread(others), ...homelessIn(deployment.homeless)],
    asks: asksFor(asked, deployment),
    parameters: parametersIn(deployment, asked),
  }
}

interface Doubt {
  readonly what: string
  readonly unknown: Unknown
  /** All parameters that would tell, of which the unknown itself knows one. */
  readonly asks: readonly Asked[]
}

const asksOf = (unknowns: readonly Unknown[]): readonly Asked[] =>
  unknowns.flatMap(({ asks }) => asks ?? [])

const readerOf = (type: string): TypeReader | undefined =>
  rounds.find((round) => Object.hasOwn(round, type))?.[type]

const refIn = (value: Value): string => (typeof value === 'string' ? value : '')

const sentence = (text: string) => `It is not known ${text}`

/** What of the properties is unknown and says something of the network. */
function relevantIn(value: Value): readonly {
  readonly property: string
  readonly unknown: Unknown
  readonly asks: readonly Asked[]
}[] {
  if (isUnknown(value)) return [{ property: 'everything', unknown: value, asks: asksOf([value]) }]
  if (typeof value !== 'object' || Array.isArray(value)) return []
  return Object.keys(value).flatMap((property) => {
    if (property === 'LaunchTemplateData') return relevantIn(valueAt(value, property))
    const unknowns = isBeside(property) ? [] : unknownsIn(valueAt(value, property))
    const [unknown] = unknowns
    return unknown ? [{ property, unknown, asks: asksOf(unknowns) }] : []
  })
}

/** What AWS makes with a thing, by what stands for its ID. */
function madeWith(it: Item): readonly (readonly [string, string])[] {
  const { type, id, address, properties } = it
  switch (type) {
    case 'AWS::EC2::VPC':
      return [
        [mainTableOf(id), `${address}/main route table`],
        [defaultAclOf(id), `${address}/default network ACL`],
        [defaultGroupOf(id), `${address}/default security group`],
      ]
    case 'AWS::EC2::TransitGateway':
      return [[defaultTableOf(id), `${address}/default route table`]]
    case 'AWS::NetworkFirewall::Firewall': {
      const subnets = properties['SubnetMappings']
      return (Array.isArray(subnets) ? subnets : []).map((_, index) => [
        firewallEndpoint(id, index),
        `${address}/endpoint ${index + 1}`,
      ])
    }
    case 'AWS::EKS::Cluster':
      return [[clusterGroupOf(id), `${address}/cluster security group`]]
    case 'AWS::EKS::Nodegroup':
      return [[loginGroupOf(address), `${address}/remote access security group`]]
    case 'AWS::AutoScaling::AutoScalingGroup':
      return instancesOf(it)
    default:
      return []
  }
}

/** Types that nothing is made of: those that may matter one by one, all others in a line. */
function unread(types: ReadonlyMap<string, number>): readonly Remark[] {
  const said = [...types].map(([type, count]) => (count === 1 ? type : `${type} (${count})`))
  const missed = [...types].flatMap(([type, count]): readonly Remark[] => {
    const text = `${count === 1 ? 'A resource' : `${count} resources`} of this type ${count === 1 ? 'is' : 'are'} not read; what they do to the network is missing.`
    return isMissed(type) ? [{ type: 'missing', what: type, text }] : []
  })
  const rest = said.filter((_, index) => !isMissed([...types.keys()][index] ?? ''))
  if (rest.length === 0) return missed
  const text = `Without a part in the network: ${rest.join(', ')}.`
  return [...missed, { type: 'skipped', what: 'resources of templates', text }]
}

/** The accounts that subnets and others are shared with. */
function sharedIn(entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { ResourceArns, Principals } of entries)
    for (const arn of Array.isArray(ResourceArns) ? (ResourceArns as readonly string[]) : []) {
      const id = /[:/]([a-z]+-[0-9a-f]{17}|arn:.*)$/.exec(arn)?.[1] ?? arn
      const accounts = (Array.isArray(Principals) ? (Principals as readonly string[]) : []).filter(
        (each) => /^\d{12}$/.test(each),
      )
      found.set(id, [...new Set([...(found.get(id) ?? []), ...accounts])].toSorted())
    }
  return found
}

function homelessIn(homeless: ReturnType<typeof deploymentOf>['homeless']): readonly Remark[] {
  return homeless.map(({ stack, lacks }) => ({
    type: 'assumed',
    what: stack.address,
    text:
      lacks === 'AWS::Region'
        ? `Nothing says in which Region it is deployed: ${stack.place.region} is taken for it.`
        : `Nothing says in which account it is deployed: ${stack.place.ownerId} is taken for it.`,
  }))
}
