import type { Id, Resource } from '../kinds/resource'
import type { ExportSettings } from './export-settings'

/** An AWS account: twelve digits and the name people call it by. */
export interface Account {
  readonly id: string
  readonly name: string
}

/**
 * Where a resource is drawn, in canvas units (one unit is one CSS pixel at 100 %). `x` and `y` are
 * measured from the top left corner of the container it is drawn in, or of the canvas. Only
 * containers have a size of their own.
 */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width?: number
  readonly height?: number
  /** Stays where it is: not moved, resized or deleted by accident. */
  readonly locked?: boolean
  /** A container drawn small, without what it holds; its size is the one it opens to. */
  readonly collapsed?: boolean
}

/** A frame with a label round resources of the user's choice. Says nothing of the network. */
export interface Group {
  readonly name: string
  /** Those that are gone are not drawn and not saved. */
  readonly members: readonly Id[]
}

/** The design: everything that is saved, versioned and undone. */
export interface Document {
  readonly name: string
  readonly description: string
  readonly accounts: readonly Account[]
  readonly resources: Readonly<Record<Id, Resource>>
  readonly layout: Readonly<Record<Id, Box>>
  /** Visual groups by a key of their own; absent where there is none. */
  readonly groups?: Readonly<Record<string, Group>>
  /** How it is exported; absent until that is anything but the usual. */
  readonly exporting?: ExportSettings
}

/** The account new VPCs belong to until the user says otherwise; a number AWS sets aside for examples. */
export const firstAccount: Account = { id: '111111111111', name: 'Main account' }

/** The Region new VPCs lie in until the user says otherwise. */
export const firstRegion = 'eu-west-1'

export function emptyDocument(name: string): Document {
  return { name, description: '', accounts: [firstAccount], resources: {}, layout: {} }
}
