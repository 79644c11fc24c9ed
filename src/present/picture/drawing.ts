import type { IconName, Tint } from '../../kinds/contract'

/** A picture of a design as data: everything has its place, nothing is looked up any more. */
export interface Drawing {
  readonly bounds: Frame
  /** Containers before what they hold. */
  readonly boxes: readonly DrawnBox[]
  readonly links: readonly DrawnLink[]
  /** From cards to the containers that they lie in as well. */
  readonly associations: readonly DrawnAssociation[]
  readonly ways: readonly DrawnWay[]
  /** Frames round what the user has grouped. */
  readonly groups: readonly DrawnGroup[]
}

export interface DrawnGroup extends Frame {
  readonly name: string
}

export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface DrawnBox extends Frame {
  readonly shape: 'container' | 'card' | 'edge' | 'place'
  readonly name: string
  /** Lines under the name. */
  readonly captions: readonly string[]
  readonly badge: string | null
  readonly icon: IconName
  readonly tint: Tint
  /** The outermost containers have a larger head. */
  readonly outermost: boolean
  /** Rows of chips in its foot, the lowest row last. */
  readonly chips: readonly DrawnChip[]
}

/** A small card in a container's foot, already in its place. */
export interface DrawnChip extends Frame {
  readonly name: string
  /** A word behind the name, such as `main`. */
  readonly badge: string | null
  readonly icon: IconName
}

export interface DrawnLink {
  readonly path: string
  readonly name: string
  readonly state: string
  readonly pattern: 'up' | 'waiting' | 'down'
  /** Where its label stands. */
  readonly at: { readonly x: number; readonly y: number }
}

export interface DrawnAssociation {
  readonly path: string
  /** Its end at the container. */
  readonly end: { readonly x: number; readonly y: number }
}

/** One direction of the lit path. */
export interface DrawnWay {
  readonly leg: 'request' | 'reply'
  readonly paths: readonly string[]
  readonly drop: {
    readonly at: { readonly x: number; readonly y: number }
    readonly code: string | null
    /** Is the packet dropped for certain? */
    readonly isKnown: boolean
    /** Where the code stands. */
    readonly label: Frame | null
  } | null
}
