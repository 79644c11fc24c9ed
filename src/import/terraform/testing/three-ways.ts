import { strToU8 } from 'fflate'
import { importFiles, type ImportedDesign } from '../../import'
import { madeId } from '../made'
import { readCode } from './parser'

/** What one resource has of another, as `aws_vpc.a.id`. */
interface Reference {
  readonly ref: string
}

type Told = string | number | boolean | Reference | readonly Told[] | Block

interface Block {
  readonly [attribute: string]: Told
}

/** Resources by their addresses, as code says them. */
export type Resources = Readonly<Record<string, Block>>

export const ref = (to: string): Reference => ({ ref: to })

const place = { ownerId: '123456789012', region: 'eu-west-1' }

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'ref' in value

const isBlock = (value: Told): value is Block =>
  typeof value === 'object' && !Array.isArray(value) && !isReference(value)

const isBlocks = (value: Told): value is readonly Block[] =>
  Array.isArray(value) && value.length > 0 && value.every((each: Told) => isBlock(each))

const namesOf = (address: string) => {
  const [type = '', name = '', attribute = 'id'] = address.split('.')
  return { type, name, attribute }
}

/** The code that says it. */
function codeOf(resources: Resources): string {
  const word = (value: Told): string => {
    if (isReference(value)) return value.ref
    if (Array.isArray(value)) return `[${value.map(word).join(', ')}]`
    return JSON.stringify(value)
  }
  const body = (block: Block): string =>
    Object.entries(block)
      .map(([key, value]) =>
        isBlocks(value)
          ? value.map((each) => `${key} {\n${body(each)}}\n`).join('')
          : `${key} = ${word(value)}\n`,
      )
      .join('')
  const all = Object.entries(resources).map(([address, block]) => {
    const { type, name } = namesOf(address)
    return `resource "${type}" "${name}" {\n${body(block)}}\n`
  })
  const provider = `provider "aws" {\nregion = "${place.region}"\nallowed_account_ids = ["${place.ownerId}"]\n}\n`
  return [provider, ...all].join('\n')
}

const over = (block: Block, each: (value: Told) => unknown): object =>
  Object.fromEntries(
    Object.entries(block).flatMap(([key, value]) => {
      const said = isBlocks(value) ? value.map((it) => over(it, each)) : each(value)
      return said === undefined ? [] : [[key, said]]
    }),
  )

/** The plan of it: whatever is of another resource is known only once that is there. */
function planOf(resources: Resources): string {
  // what the other resource says itself is known before it is made
  const saidBy = (it: Reference): Told | undefined => {
    const { type, name, attribute } = namesOf(it.ref)
    const said = resources[`${type}.${name}`]?.[attribute]
    return said !== undefined && isReference(said) ? saidBy(said) : said
  }
  const isOpen = (value: Told): value is Reference =>
    isReference(value) && saidBy(value) === undefined
  const hasReference = (value: Told): boolean =>
    isOpen(value) || (Array.isArray(value) && value.some(hasReference))
  const known = (value: Told): Told | undefined =>
    hasReference(value) ? undefined : isReference(value) ? saidBy(value) : value
  const referencesIn = (value: Told): readonly string[] =>
    isReference(value)
      ? [value.ref, value.ref.replace(/\.\w+$/, '')]
      : Array.isArray(value)
        ? value.flatMap(referencesIn)
        : []
  const all = Object.entries(resources).map(([address, block]) => {
    const { type, name } = namesOf(address)
    return { address, mode: 'managed', type, name, block }
  })
  const unknown = (value: Told): unknown =>
    Array.isArray(value) ? value.map(unknown) : isOpen(value)
  return JSON.stringify({
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: all.map(({ block, ...it }) => ({
          ...it,
          values: over(block, known),
        })),
      },
    },
    resource_changes: all.map(({ block, address }) => ({
      address,
      change: {
        after_unknown: {
          ...over(block, (value) => (hasReference(value) ? unknown(value) : undefined)),
          id: true,
        },
      },
    })),
    configuration: {
      provider_config: {
        aws: {
          expressions: {
            region: { constant_value: place.region },
            allowed_account_ids: { constant_value: [place.ownerId] },
          },
        },
      },
      root_module: {
        resources: all.map(({ block, type, name }) => ({
          mode: 'managed',
          type,
          name,
          provider_config_key: 'aws',
          expressions: over(block, (value) =>
            isReference(value) || hasReference(value)
              ? { references: referencesIn(value) }
              : { constant_value: value },
          ),
        })),
      },
    },
  })
}

/** What AWS tells of a resource once it is there, beside what code says. */
export type Known = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** The ID that AWS gave it. */
export const appliedId = (address: string): string => {
  const { type, name } = namesOf(address)
  return madeId(type, name, `applied ${type}.${name}`, place)
}

/** The state once it is applied. */
function stateOf(resources: Resources, known: Known): string {
  const made = (address: string) => {
    const { type, name } = namesOf(address)
    const own = `${type}.${name}`
    const id = appliedId(own)
    const arn = id.startsWith('arn:')
      ? id
      : `arn:aws:ec2:${place.region}:${place.ownerId}:${type}/${id}`
    const digits = id.slice(id.indexOf('-'))
    const ofVpc = {
      main_route_table_id: `rtb${digits}`,
      default_network_acl_id: `acl${digits}`,
      default_security_group_id: `sg${digits}`,
    }
    return { id, arn, ...(type === 'aws_vpc' && ofVpc), ...known[own] }
  }
  const value = (it: Told): unknown => {
    if (Array.isArray(it)) return it.map(value)
    if (!isReference(it)) return it
    const { attribute } = namesOf(it.ref)
    return Object.entries(made(it.ref)).find(([key]) => key === attribute)?.[1]
  }
  const all = Object.entries(resources).map(([address, block]) => {
    const { type, name } = namesOf(address)
    return {
      address,
      mode: 'managed',
      type,
      name,
      values: { ...over(block, value), ...made(address) },
    }
  })
  return JSON.stringify({ format_version: '1.0', values: { root_module: { resources: all } } })
}

export interface ThreeWays {
  readonly state: ImportedDesign
  readonly plan: ImportedDesign
  readonly code: ImportedDesign
}

function read(text: string): ImportedDesign {
  const imported = importFiles([{ path: 'x', bytes: strToU8(text) }], { name: 'x' })
  if (!imported.ok) throw new Error(imported.problems.map((it) => it.text).join())
  return imported.value
}

/** The same network as its code, as the plan of that, and as the state once it is applied. */
export async function threeWays(resources: Resources, known: Known = {}): Promise<ThreeWays> {
  return {
    state: read(stateOf(resources, known)),
    plan: read(planOf(resources)),
    code: await readCode({ 'main.tf': codeOf(resources) }),
  }
}
