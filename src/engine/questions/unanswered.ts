import type { Resource } from '../../kinds/resource'

/** Why nothing can be followed. */
export type Unanswered =
  | { readonly type: 'not-modelled'; readonly missing: string }
  | { readonly type: 'nobody'; readonly text: string }
  | { readonly type: 'family'; readonly text: string }

export const nobody = (text: string): Unanswered => ({ type: 'nobody', text })
export const notModelled = (missing: string): Unanswered => ({ type: 'not-modelled', missing })

/** A link that is asked for and leads to nobody. */
export const joinsNothing = ({ name }: Resource) =>
  notModelled(`${name} joins no VPC that has a subnet with an address left.`)
