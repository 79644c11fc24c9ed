import type { Variable } from '../../iac/value'
import type { EmitContext } from '../emit'
import type { ResourceOf } from '../resource'
import { isConnectWritten } from '../transit-gateway-connect/plan'

/**
 * The address block from which a transit gateway takes its end of Connect tunnels; null where it
 * ends none. (TGW-20)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-connect.html
 */
export function connectBlock(
  gateway: ResourceOf<'transit-gateway'>,
  { design, input, gap }: EmitContext,
): Variable | null {
  const hasPeers = design
    .all('transit-gateway-connect')
    .some(
      (it) =>
        it.transitGatewayId === gateway.id &&
        Object.keys(it.peers).length > 0 &&
        isConnectWritten(it, design),
    )
  if (!hasPeers) return null
  const block = input({
    words: ['cidr block'],
    type: 'string',
    default: '192.0.2.0/24',
    isToSet: true,
    description: `Block of /24 or larger for the addresses of ${gateway.name} at the end of Connect tunnels.`,
    pattern: '[0-9.]+/[0-9]{1,2}',
    says: 'An address block, such as 192.0.2.0/24.',
  })
  gap(
    `Connect peers end at an address of ${gateway.name}, whose block is not part of the design; the code takes one kept for documentation.`,
    `Set ${block.name} to a block that nothing else uses, and route it to ${gateway.name} where the appliances are.`,
  )
  return block
}
