/** What the template alone does not tell. It spreads to whatever is made of it. */
export class Unknown {
  readonly why: string
  /** The parameter that would tell, and the stack that has it. */
  readonly asks: Asked | null

  constructor(why: string, asks: Asked | null = null) {
    this.why = why
    this.asks = asks
  }
}

/** A parameter without a value. */
export interface Asked {
  readonly stack: string
  readonly parameter: string
}

/** What a template says at one place once everything is put in; undefined where nothing is left. */
export type Value = string | undefined | Unknown | readonly Value[] | Values

export interface Values {
  readonly [key: string]: Value
}

export const isUnknown = (value: unknown): value is Unknown => value instanceof Unknown

export const isValues = (value: Value): value is Values =>
  typeof value === 'object' && !Array.isArray(value) && !isUnknown(value)

export const isValueList = (value: Value): value is readonly Value[] => Array.isArray(value)

export const valueAt = (value: Value, key: string): Value =>
  isValues(value) && Object.hasOwn(value, key) ? value[key] : undefined

/** Everything unknown within a value. */
export function unknownsIn(value: Value): readonly Unknown[] {
  if (isUnknown(value)) return [value]
  if (isValueList(value)) return value.flatMap(unknownsIn)
  return isValues(value) ? Object.values(value).flatMap(unknownsIn) : []
}

/** The value without what is unknown in it. */
export function knownIn(value: Value): unknown {
  if (isUnknown(value)) return undefined
  if (isValueList(value)) return value.map(knownIn).filter((each) => each !== undefined)
  if (!isValues(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      const known = knownIn(each)
      return known === undefined ? [] : [[key, known] as const]
    }),
  )
}
