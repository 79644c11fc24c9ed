import { groupBy } from '../../base/group-by'
import { blockKey, placeKey, type Block } from '../../iac/block'
import { distinct } from '../../iac/names'
import { referencesIn } from '../../iac/value'
import { kebab } from '../../iac/words'
import type { Design } from '../../kinds/contract'
import { transitGatewayOf, vpcOf } from '../../kinds/emit'
import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import type { LabelledPlace } from '../places'
import { largestBody, limits } from './limits'

/** A stack to be: what is made together. */
export interface Share {
  readonly key: string
  readonly place: LabelledPlace
  /** Account and Region, and what sets it apart from others there: the name of its file. */
  readonly name: string
  /** What the stack is called in its account, where other designs have stacks too. */
  readonly stackName: string
  readonly blocks: readonly Block[]
}

interface Room {
  readonly resources: number
  readonly bytes: number
  readonly parameters: number
}

/** A stack grows after it is first exported, so it is divided well before a limit. */
const mostRoom: Room = {
  resources: limits.resources * 0.8,
  bytes: limits.bytes * 0.7,
  parameters: limits.parameters * 0.75,
}

/** What can be deployed without a bucket of S3. */
const bodyRoom: Room = { ...mostRoom, bytes: largestBody * 0.8 }

/**
 * Which blocks make up a stack: all of an account and Region, or, where that is more than a request
 * carries, one stack for each VPC and one for what joins them, which in turn is divided by transit
 * gateway. By what is drawn rather than by number, as a resource that changes its stack is destroyed
 * and made anew. Only what comes near a limit even so is divided by number.
 */
export function sharesOf(
  blocks: readonly Block[],
  places: readonly LabelledPlace[],
  design: Design,
  project: string,
): readonly Share[] {
  const shares = places.flatMap((place) => {
    const own = blocks.filter((block) => placeKey(block.place) === placeKey(place))
    const whole = [place.account.label, place.region]
    const groups = hasRoom(own) ? new Map([['' as const, own]]) : divided(own, design)
    return [...groups].flatMap(([id, list]) => {
      const around = id === '' ? undefined : design.get<Resource['kind']>(id)
      const words = around ? [...whole, around.name] : whole
      return parts(list, mostRoom).map((part, index) => ({
        place,
        words: index === 0 ? words : [...words, String(index + 1)],
        blocks: part,
      }))
    })
  })
  const named = shares.map((share, index) => ({ ...share, key: String(index).padStart(6, '0') }))
  const names = distinct(
    named.map(({ key, words }) => ({ key, name: kebab(words) })),
    '-',
  )
  const stackNames = distinct(
    named.map(({ key }) => ({ key, name: stackName(project, names.get(key) ?? '') })),
    '-',
  )
  return named.map(({ key, place, blocks: own }) => ({
    key: `${placeKey(place)} ${key}`,
    place,
    name: names.get(key) ?? '',
    stackName: stackNames.get(key) ?? '',
    blocks: own,
  }))
}

/**
 * The design stands first: a stack that two designs called the same would be turned from one into
 * the other. Letters, digits and hyphens, beginning with a letter, at most 128 with a number behind.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-using-console-create-stack-parameters.html
 */
function stackName(project: string, name: string): string {
  const words = [kebab([project]), name].filter((text) => text !== '').join('-')
  return words
    .replace(/^(?=\d)/, 'design-')
    .slice(0, 120)
    .replace(/-$/, '')
}

const hasRoom = (blocks: readonly Block[]) => parts(blocks, bodyRoom).length <= 1

/** By VPC, and what lies in none by transit gateway where it would not have room. */
function divided(blocks: readonly Block[], design: Design): ReadonlyMap<Id | '', readonly Block[]> {
  const by = (find: typeof vpcOf | typeof hubOf) => (block: Block) => {
    const resource = design.resources[block.of]
    return (resource && find(resource, design)?.id) ?? ''
  }
  const byVpc = new Map(groupBy(blocks, by(vpcOf)))
  const joining = byVpc.get('') ?? []
  if (hasRoom(joining)) return byVpc
  byVpc.delete('')
  return new Map([...byVpc, ...groupBy(joining, by(hubOf))])
}

/** The transit gateway that a resource is, belongs to or leads to. */
function hubOf(it: Resource, design: Design): ResourceOf<'transit-gateway'> | undefined {
  if (it.kind === 'transit-gateway') return it
  if (!('gatewayId' in it) || it.gatewayId === null) return transitGatewayOf(it, design)
  const gateway = design.get<Resource['kind']>(it.gatewayId)
  return gateway?.kind === 'transit-gateway' ? gateway : undefined
}

/** The blocks in as many parts as each leave room; what belongs together stands together. */
function parts(blocks: readonly Block[], room: Room): readonly (readonly Block[])[] {
  const found: Block[][] = []
  let part: Block[] = []
  let bytes = 0
  let foreign = new Set<string>()
  const own = new Set(blocks.map(blockKey))
  for (const block of blocks) {
    const size = sizeOf(block)
    const needs = Object.values(block.body).flatMap((it) => (it ? referencesIn(it) : []))
    const more = needs.map(blockKey).filter((key) => !own.has(key) && !foreign.has(key))
    const isFull =
      part.length + 1 > room.resources ||
      bytes + size + more.length * parameterSize > room.bytes ||
      foreign.size + more.length > room.parameters
    if (part.length > 0 && isFull) {
      found.push(part)
      part = []
      bytes = 0
      foreign = new Set()
    }
    part.push(block)
    bytes += size + more.length * parameterSize
    for (const key of more) foreign.add(key)
  }
  return part.length > 0 ? [...found, part] : found
}

/** About how long a block is once it is printed as YAML, with what is said of it in the outputs. */
const sizeOf = ({ body }: Block) => 100 + JSON.stringify(body, plainBigInt).length

/** About how long a parameter is with what stands in its condition. */
const parameterSize = 600

const plainBigInt = (_: string, value: unknown) =>
  typeof value === 'bigint' ? value.toString() : value
