import type { Template } from './template'
import type { Unknown, Value } from './value'

/** Where a stack is deployed. */
export interface StackPlace {
  readonly ownerId: string
  readonly region: string
}

/** A template that is deployed once, by itself or within another stack. */
export interface Stack {
  /** Its name, behind that of the stack it is nested in; what its resources are known by. */
  readonly address: string
  /** What values for it are given under: unlike its address, nothing that is given changes it. */
  readonly key: string
  readonly name: string
  readonly place: StackPlace
  readonly template: Template
  /** Why it may not be deployed at all; null where it is. */
  readonly doubt: Unknown | null
  /** The values that it is deployed with, by parameter; its defaults count for the rest. */
  readonly given: ReadonlyMap<string, () => Value>
  /** The names of those that a stack around it sets, or a manifest. */
  readonly passed: ReadonlySet<string>
  /** What whoever imports it said, by parameter. */
  readonly said: ReadonlyMap<string, string>
}

/** What a stack asks of everything around it. */
export interface Surroundings {
  /** The value of an attribute of a resource; of what `Ref` means where none is named. */
  readonly attributeOf: (stack: Stack, logicalId: string, attribute: string | null) => Value
  readonly exported: (stack: Stack, name: string) => Value
  /** Something is taken for granted. */
  readonly assume: (stack: Stack, text: string) => void
  /** Pays for a text of this length; false once all templates together have made too much. */
  readonly pay: (length: number) => boolean
}
