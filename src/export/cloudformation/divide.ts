import { blockKey, placeKey, type Block } from '../../iac/block'
import { distinct } from '../../iac/names'
import { referencesIn } from '../../iac/value'
import { kebab } from '../../iac/words'
import type { Design } from '../../kinds/contract'
import { vpcOf } from '../../kinds/emit'
import type { Id } from '../../kinds/resource'
import type { LabelledPlace } from '../places'
import { limits } from './limits'

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

/** A stack grows after it is first exported, so it is divided well before a limit. */
const room = {
  resources: limits.resources * 0.8,
  bytes: limits.bytes * 0.7,
  parameters: limits.parameters * 0.75,
} as const

/**
 * Which blocks make up a stack: all of an account and Region, or, where that comes near a limit, one
 * stack for each VPC and one for what joins them. By VPC rather than by number, as a resource that
 * changes its stack is destroyed and made anew. Only a VPC that is too large by itself is divided
 * by number.
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
    if (parts(own).length <= 1) return [{ place, words: whole, blocks: own }]
    const byVpc = new Map<Id | '', Block[]>()
    for (const block of own) {
      const resource = design.resources[block.of]
      const vpc = (resource && vpcOf(resource, design)?.id) ?? ''
      const list = byVpc.get(vpc)
      if (list) list.push(block)
      else byVpc.set(vpc, [block])
    }
    return [...byVpc].flatMap(([vpc, list]) => {
      const name = design.resources[vpc]?.name
      const words = vpc === '' ? whole : [...whole, name ?? 'vpc']
      return parts(list).map((part, index) => ({
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

/** The blocks in as many parts as each leave room; what belongs together stands together. */
function parts(blocks: readonly Block[]): readonly (readonly Block[])[] {
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
      bytes + size > room.bytes ||
      foreign.size + more.length > room.parameters
    if (part.length > 0 && isFull) {
      found.push(part)
      part = []
      bytes = 0
      foreign = new Set()
    }
    part.push(block)
    bytes += size
    for (const key of more) foreign.add(key)
  }
  return part.length > 0 ? [...found, part] : found
}

/** About how long a block is once it is printed; JSON, the longer of the two, takes twice its data. */
const sizeOf = ({ body }: Block) => 200 + 2 * JSON.stringify(body, plainBigInt).length

const plainBigInt = (_: string, value: unknown) =>
  typeof value === 'bigint' ? value.toString() : value
