import { assertNever } from '../base/invariant'

/**
 * What an argument of a block holds. Kinds build these; only the printers know how a language
 * spells them. A plain string is always literal text, whatever it contains.
 */
export type Value =
  | string
  | number
  | boolean
  | readonly Value[]
  | Reference
  | Variable
  | Joined
  | Mapping
  | Nested
  | Subnetwork
  | HostAddress
  | Verbatim
  | Expression

/** An attribute of a block, found by the drawn resource it stands for and which part of it. */
export interface Reference {
  readonly is: 'reference'
  readonly of: string
  readonly part: string
  readonly attribute: string
}

/** Something that whoever applies the code sets. */
export interface Variable {
  readonly is: 'variable'
  readonly name: string
}

/** Texts, references and the like one after the other. */
export interface Joined {
  readonly is: 'joined'
  readonly parts: readonly JoinedPart[]
}

export type JoinedPart = string | Reference | Variable | Verbatim

/** A map whose keys are data. */
export interface Mapping {
  readonly is: 'mapping'
  readonly entries: readonly (readonly [string, Value])[]
}

/** A block inside a block (HCL), or an object among properties (CloudFormation). */
export interface Nested {
  readonly is: 'nested'
  readonly body: Body
}

/** One of the equal parts of a block that is known only once it is built, counted from zero. */
export interface Subnetwork {
  readonly is: 'subnetwork'
  /** The block; in CloudFormation an attribute that lists blocks, of which the first is meant. */
  readonly of: Reference
  /** By how many bits its prefix is longer than that of the block. */
  readonly newBits: number
  /** How many bits its prefix leaves for hosts. */
  readonly hostBits: number
  readonly number: number
}

/** One address of a block that is known only once it is built; CloudFormation cannot tell it. */
export interface HostAddress {
  readonly is: 'host'
  readonly of: Reference
  /** Which address, counted from zero; it may take more than 53 bits. */
  readonly number: bigint
}

/** An expression in the language's own words. Never made from what a user typed. */
export interface Verbatim {
  readonly is: 'verbatim'
  readonly text: string
}

/** An expression in the language's own words around references and quoted texts. */
export interface Expression {
  readonly is: 'expression'
  readonly parts: readonly (string | Reference | Verbatim)[]
}

/** Arguments by name, in the order in which they are printed; undefined ones are left out. */
export type Body = Readonly<Record<string, Value | undefined>>

/** A reference to a resource itself, or to one of the parts it is written as. */
export function ref(of: string, attribute = 'id', part = ''): Reference {
  return { is: 'reference', of, part, attribute }
}

export const variable = (name: string): Variable => ({ is: 'variable', name })

export const joined = (...parts: readonly JoinedPart[]): Joined => ({
  is: 'joined',
  parts,
})

export const mapping = (entries: Mapping['entries']): Mapping => ({ is: 'mapping', entries })

export const nested = (body: Body): Nested => ({ is: 'nested', body })

export const subnetwork = (
  of: Reference,
  place: Pick<Subnetwork, 'newBits' | 'hostBits' | 'number'>,
): Subnetwork => ({ is: 'subnetwork', of, ...place })

export const hostAddress = (of: Reference, number: bigint): HostAddress => ({
  is: 'host',
  of,
  number,
})

export const verbatim = (text: string): Verbatim => ({ is: 'verbatim', text })

/** A plain string among the parts is a literal text, quoted as the language wants it. */
export const expression = (...parts: Expression['parts']): Expression => ({
  is: 'expression',
  parts,
})

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

/** Every reference inside a value, in the order of printing. */
export function referencesIn(value: Value | undefined): readonly Reference[] {
  if (value === undefined || typeof value !== 'object') return []
  if (isList(value)) return value.flatMap(referencesIn)
  switch (value.is) {
    case 'reference':
      return [value]
    case 'joined':
    case 'expression':
      return value.parts.flatMap(referencesIn)
    case 'subnetwork':
    case 'host':
      return [value.of]
    case 'mapping':
      return value.entries.flatMap(([, entry]) => referencesIn(entry))
    case 'nested':
      return Object.values(value.body).flatMap(referencesIn)
    case 'variable':
    case 'verbatim':
      return []
    default:
      return assertNever(value)
  }
}

/** The names of the variables that a value reads. */
export function variablesIn(value: Value): readonly string[] {
  if (typeof value !== 'object') return []
  if (isList(value)) return value.flatMap(variablesIn)
  switch (value.is) {
    case 'variable':
      return [value.name]
    case 'joined':
    case 'expression':
      return value.parts.flatMap((part) => variablesIn(part))
    case 'mapping':
      return value.entries.flatMap(([, entry]) => variablesIn(entry))
    case 'nested':
      return Object.values(value.body).flatMap((it) => (it === undefined ? [] : variablesIn(it)))
    case 'verbatim':
      return [...value.text.matchAll(/\bvar\.(\w+)/g)].map(([, name = '']) => name)
    case 'reference':
    case 'subnetwork':
    case 'host':
      return []
    default:
      return assertNever(value)
  }
}
