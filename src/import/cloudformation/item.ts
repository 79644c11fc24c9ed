import { parts, text, type Raw } from '../../kinds/describe'
import type { Book } from './book'
import type { StackPlace } from './stack'

/** A resource of a template, its properties evaluated as far as they are known. */
export interface Item {
  readonly type: string
  readonly logicalId: string
  /** What stands for its ID or ARN. */
  readonly id: string
  /** What `Ref` makes of it. */
  readonly ref: string
  /** Its stack and its logical ID. */
  readonly address: string
  readonly place: StackPlace
  readonly properties: Raw
}

/** How resources of one type are written down. */
export interface TypeReader {
  readonly read: (it: Item, writing: Writing) => void
  /** Whose description it is part of, where it is nothing by itself. */
  readonly partOf?: (it: Item) => readonly unknown[]
}

export interface Writing {
  readonly book: Book
  /** Something is taken for granted. */
  readonly assume: (it: Item, text: string) => void
  /** It belongs to something that is not among the files. */
  readonly lacks: (it: Item, text: string) => void
}

/** Is it switched on? CloudFormation takes texts for truths. */
export function isOn(it: Raw, key: string, otherwise = false): boolean {
  const value = text(it, key)
  return value === null ? otherwise : value.toLowerCase() === 'true'
}

/** Its tags, its name among them: that which it has in AWS, else its logical ID. */
export function tagsOf({ properties, logicalId }: Item, name: string | null = null) {
  const tags = parts(properties, 'Tags')
  const isNamed = tags.some((tag) => text(tag, 'Key') === 'Name' && text(tag, 'Value') !== null)
  return isNamed ? tags : [...tags, { Key: 'Name', Value: name ?? logicalId }]
}

/** These of its properties, as they are. */
export const picked = (it: Raw, ...keys: readonly string[]): Raw =>
  Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(it, key) ? [[key, it[key]]] : [])))
