import type { Id } from '../kinds/resource'

/** A place in a file: its lines and columns count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The way from the file's outermost object to a value in it. */
export type Path = readonly (string | number)[]

/** Why a file cannot be used, with the evidence. Sentences are in `messages.ts`. */
export type Problem =
  | { readonly code: 'file/too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'file/empty' }
  | { readonly code: 'file/too-deep'; readonly limit: number }
  | { readonly code: 'file/not-json'; readonly at: Position; readonly truncated: boolean }
  | { readonly code: 'file/duplicate-key'; readonly at: Position; readonly path: Path }
  | { readonly code: 'file/forbidden-key'; readonly at: Position; readonly path: Path }
  | { readonly code: 'file/not-a-design' }
  | {
      readonly code: 'file/too-many'
      readonly at: Position | null
      readonly path: Path
      readonly count: number
      readonly limit: number
    }
  | { readonly code: 'file/version'; readonly found: unknown; readonly newest: number }
  | {
      readonly code: 'value'
      readonly at: Position | null
      readonly path: Path
      readonly what: string
      readonly mend: string
    }
  | {
      readonly code: 'id/kind-mismatch'
      readonly at: Position | null
      readonly id: string
      readonly kind: string
    }
  | {
      readonly code: 'reference/dangling'
      readonly at: Position | null
      readonly id: Id
      readonly field: string
      readonly to: string
    }
  | {
      readonly code: 'reference/other-vpc'
      readonly at: Position | null
      readonly id: Id
      readonly field: string
      readonly to: Id
    }
  | { readonly code: 'peering/itself'; readonly at: Position | null; readonly id: Id }
  | {
      readonly code: 'route-table/several-main'
      readonly at: Position | null
      readonly vpcId: Id
      readonly tables: readonly Id[]
    }
  | {
      readonly code: 'account/unknown'
      readonly at: Position | null
      readonly id: Id
      readonly ownerId: string
    }
  | { readonly code: 'account/duplicate'; readonly at: Position | null; readonly ownerId: string }
  | { readonly code: 'layout/unknown'; readonly at: Position | null; readonly id: string }
  | { readonly code: 'more'; readonly count: number }
