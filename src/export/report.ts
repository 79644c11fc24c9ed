import type { Id } from '../kinds/resource'
import type { ExportSettings } from '../model/export-settings'

/** Something of the design that the code does not do, or that AWS would refuse. */
export interface Gap {
  /** What it is about; null for the export as a whole. */
  readonly resourceId: Id | null
  readonly text: string
  /** What to do about it. */
  readonly remedy: string
}

/** A text or a name that had to be changed. */
export interface Renaming {
  readonly resourceId: Id
  /** What was changed: `security group name`. */
  readonly what: string
  readonly from: string
  readonly to: string
  readonly why: string
}

export interface ExportedFile {
  readonly path: string
  readonly text: string
  readonly language: 'hcl' | 'yaml' | 'markdown' | 'text' | 'json' | 'shell'
}

/** Where the code of a resource, or of a part of it, begins. */
export interface CodePlace {
  readonly resourceId: Id
  readonly path: string
  /** Counted from one. */
  readonly line: number
}

/** Code to take home, and an honest list of what it leaves out. */
export interface Export {
  readonly files: readonly ExportedFile[]
  readonly gaps: readonly Gap[]
  readonly renamings: readonly Renaming[]
  readonly places: readonly CodePlace[]
  /** What the design has to remember once this is taken; null where nothing has to be. */
  readonly addresses: ExportSettings['addresses'] | null
}
