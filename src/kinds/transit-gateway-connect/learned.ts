import type { Cidr } from '../../net/cidr'
import type { Design } from '../contract'
import type { ResourceOf } from '../resource'
import { carries } from '../transit-gateway/attached'

type Connect = ResourceOf<'transit-gateway-connect'>

/** Why does this Connect attachment carry nothing? Null when it does. */
export function faultOf(it: Connect, design: Design): string | null {
  if (!carries(it)) return `is ${it.state}, not available`
  const transport = design.get(it.transportAttachmentId)
  if (!transport) return 'has no transport attachment'
  if (!carries(transport)) return `is carried by ${transport.name}, which is ${transport.state}`
  const isUp = Object.values(it.peers).some(({ bgpStatus }) => bgpStatus === 'up')
  return isUp ? null : 'has no Connect peer whose BGP is up'
}

/** What it brings to the route tables that it propagates to. */
export const learnedBy = (it: Connect, design: Design): readonly Cidr[] =>
  faultOf(it, design) === null ? it.prefixes : []
