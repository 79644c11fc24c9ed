import type { Size } from '../layout'

interface Port {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly layoutOptions?: Readonly<Record<string, string>>
}

export interface ElkBox extends Size {
  readonly id: string
  readonly x?: number
  readonly y?: number
  readonly ports?: Port[]
  readonly layoutOptions?: Readonly<Record<string, string>>
}

export interface ElkGraph {
  readonly id: string
  readonly children: ElkBox[]
  readonly edges: { readonly id: string; readonly sources: string[]; readonly targets: string[] }[]
  readonly layoutOptions: Readonly<Record<string, string>>
}

/**
 * Gives the boxes of a graph their places. The Eclipse Layout Kernel does; whoever arranges brings
 * it along, from a worker of the page or in Node.
 */
export type Elk = (
  graph: ElkGraph,
) => Promise<{ readonly children?: readonly { readonly id: string; x?: number; y?: number }[] }>

/** By the ids of resources, or the keys of the blocks that they are in. */
export type Link<End extends string = string> = readonly [from: End, to: End]
