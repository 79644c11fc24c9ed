import { parseCidr, type Cidr, type CidrProblem } from '../net/cidr'
import { familyOf, isIp4, parseIp6, type Family, type Ip } from '../net/ip'
import type { Kind, Resource } from './resource'

/** An object in an answer of the AWS CLI. Whatever is read from it is checked. */
export type Raw = Readonly<Record<string, unknown>>

/** One thing that a call described, with what is known of where it is. */
export interface Entry {
  readonly it: Raw
  /** The id under which AWS lists it; of a part, such as a route, null. */
  readonly id: string | null
  /** What it was listed for, where the call is made for one thing at a time. */
  readonly of: string | null
  readonly ownerId: string | null
  readonly region: string | null
  /** Does what describes it tell everything, as the code does that makes it? */
  readonly whole: boolean
}

/** Everything that was described, call by call. */
export interface Dump {
  /** What a list holds, each thing once, in the order of ids. */
  readonly all: (collection: string) => readonly Entry[]
  readonly find: (collection: string, id: string | null) => Entry | undefined
  /** What was listed for this one thing. */
  readonly of: (collection: string, id: string) => readonly Entry[]
  /** Was the call made, for this thing if one is named? */
  readonly asked: (collection: string, of?: string) => boolean
  /** Was it made in this account and Region, and answered to the end? */
  readonly askedAt: (collection: string, place: Place) => boolean
  /** Was it made in this Region, and are further pages of the answer missing? */
  readonly isCutIn: (collection: string, region: string) => boolean
}

/** Where a call is made. */
export interface Place {
  readonly ownerId: string
  readonly region: string
}

/** What a facet may say beside the resources that it makes. */
export interface DescribeContext {
  readonly dump: Dump
  /** The account and Region of what lies in this VPC. */
  readonly placeOf: (vpcId: string | null) => { readonly ownerId: string; readonly region: string }
  /** Something was described that the design cannot hold. */
  readonly skip: (id: string, why: string) => void
  /** An answer that is needed and missing: `aws ec2 describe-route-tables`. */
  readonly lacks: (call: string, why: string) => void
  /** What no answer tells and is taken for granted. */
  readonly assume: (id: string, what: string) => void
}

/** A resource before its schema has read it. */
export interface Described<K extends Kind = Kind> {
  readonly id: `${K}:${string}`
  readonly kind: K
  readonly name: string
  readonly awsId?: string
  readonly [field: string]: unknown
}

/** What of the answers is this kind, and what does the design write of it? */
export type Describe<K extends Kind> = (context: DescribeContext) => readonly Described<K>[]

export type DescribedResource = Described | Resource

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const text = (it: Raw, key: string): string | null => {
  const value = Object.hasOwn(it, key) ? it[key] : null
  return typeof value === 'string' && value !== '' ? value : null
}

export const flag = (it: Raw, key: string): boolean => Object.hasOwn(it, key) && it[key] === true

/** A number, also where AWS writes it as a text. */
export const number = (it: Raw, key: string): number | null => {
  const value = Object.hasOwn(it, key) ? it[key] : null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : null
}

export const part = (it: Raw, key: string): Raw => {
  const value = Object.hasOwn(it, key) ? it[key] : null
  return isObject(value) ? value : {}
}

export const parts = (it: Raw, key: string): readonly Raw[] => {
  const value = Object.hasOwn(it, key) ? it[key] : null
  return Array.isArray(value) ? value.filter(isObject) : []
}

export const texts = (it: Raw, key: string): readonly string[] => {
  const value = Object.hasOwn(it, key) ? it[key] : null
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** The tags of a resource, `Name` and AWS's own apart. */
function tagsOf(it: Raw): Readonly<Record<string, string>> {
  const tags = [...parts(it, 'Tags'), ...parts(it, 'tags'), ...parts(it, 'TagSet')].flatMap(
    (tag) => {
      const key = text(tag, 'Key') ?? text(tag, 'key')
      const isOurs = key && key !== 'Name' && !key.startsWith('aws:')
      return isOurs ? [[key, text(tag, 'Value') ?? text(tag, 'value') ?? ''] as const] : []
    },
  )
  return Object.fromEntries(tags)
}

function nameIn(it: Raw): string | null {
  const tag = [...parts(it, 'Tags'), ...parts(it, 'tags'), ...parts(it, 'TagSet')].find(
    (each) => (text(each, 'Key') ?? text(each, 'key')) === 'Name',
  )
  return tag ? (text(tag, 'Value') ?? text(tag, 'value')) : null
}

/** What every resource has: its id, AWS's id, its name and its tags. */
export function known<K extends Kind>(kind: K, it: Raw, awsId: string, name: string | null = null) {
  return {
    id: idOf(kind, awsId),
    kind,
    name: (nameIn(it) ?? name ?? awsId).slice(0, 255),
    awsId,
    tags: tagsOf(it),
  }
}

/** The id in the design of what AWS calls so: of an ARN its last part. */
export function idOf<K extends Kind>(kind: K, awsId: string): `${K}:${string}` {
  const [, resource] = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.*)$/.exec(awsId) ?? []
  return `${kind}:${resource?.replace(/^[a-z-]+[/:]/, '') ?? awsId}`
}

/** The value, if it is one of these words, else the other. */
export const oneOf = <Word extends string>(
  value: string | null,
  words: readonly Word[],
  otherwise: Word,
): Word => words.find((word) => word === value) ?? otherwise

/** The block that a text means, written as the design does; null for what is none. */
export function cidrOf(written: string | null): Cidr | null {
  if (written === null) return null
  const read = parseCidr(written)
  return read.ok ? read.value : (read.problems[0] && suggestionOf(read.problems[0])) || null
}

const suggestionOf = (problem: CidrProblem) => ('suggestion' in problem ? problem.suggestion : null)

/** The address that a text means, IPv6 in its shortest notation; null for what is none. */
export function ipOf(written: string | null): Ip | null {
  if (written === null) return null
  if (!written.includes(':')) return isIp4(written) ? written : null
  const read = parseIp6(written)
  if (read.ok) return read.value
  const [problem] = read.problems
  return problem && 'suggestion' in problem ? problem.suggestion : null
}

/** Those of the texts that are addresses or blocks of one family. */
export const blocksIn = (written: readonly (string | null)[], family: Family): readonly Cidr[] =>
  [...new Set(written.flatMap((each) => cidrOf(each) ?? []))].filter(
    (each) => familyOf(each) === family,
  )

/** The account and the Region that an ARN names; null where it names none. */
export function placeInArn(arn: string | null) {
  const [, region = '', ownerId = ''] = /^arn:[^:]*:[^:]*:([^:]*):(\d{12})?:/.exec(arn ?? '') ?? []
  return { region: region || null, ownerId: ownerId || null }
}
