import { variablesIn, type Body, type Reference, type Value, type Variable } from './value'

/** Where something is made. One provider configuration, or one stack, serves each place. */
export interface Place {
  readonly ownerId: string
  readonly region: string
}

export function placeKey({ ownerId, region }: Place): string {
  return `${ownerId}/${region}`
}

/** One thing to create, in one language's types and arguments. */
export interface Block {
  /** `aws_subnet`, `AWS::EC2::Subnet`. */
  readonly type: string
  /** The drawn resource it stands for. */
  readonly of: string
  /** Which part of it, where one resource is written as several blocks; empty for the resource. */
  readonly part: string
  /** What people call it; its stable name is made from these. */
  readonly words: readonly string[]
  readonly place: Place
  readonly body: Body
  /** What must exist before, where no argument says so. */
  readonly dependsOn: readonly Reference[]
  /** Made only once this is set, or where it is true. */
  readonly onlyIf?: Variable | undefined
  /** Further settings, all of which have to be there too. */
  readonly alsoIf?: readonly Variable[]
  /** Lines for whoever reads the code, printed above it. */
  readonly comment: readonly string[]
}

/** A fact to hand on after applying. */
export interface Output {
  readonly of: string
  readonly words: readonly string[]
  readonly place: Place
  readonly description: string
  readonly value: Value
}

const keys = new WeakMap<object, string>()

/** Finds the block that a reference means. */
export function blockKey(it: { readonly of: string; readonly part: string }): string {
  const known = keys.get(it)
  if (known !== undefined) return known
  const key = JSON.stringify([it.of, it.part])
  keys.set(it, key)
  return key
}

/** The names of the variables that a block reads. */
export function variablesOf({ body, onlyIf, alsoIf = [] }: Block): readonly string[] {
  return [
    ...(onlyIf ? [onlyIf.name] : []),
    ...alsoIf.map(({ name }) => name),
    ...Object.values(body).flatMap((value) => (value === undefined ? [] : variablesIn(value))),
  ]
}
