import type { Value, Variable } from '../../iac/value'
import type { Design } from '../contract'
import { directConnectName } from '../direct-connect-gateway/name'
import { placeOf, type EmitContext } from '../emit'
import type { ResourceOf } from '../resource'

type Interface = ResourceOf<'virtual-interface'>

/** A virtual interface as both languages need it. */
export interface InterfacePlan {
  readonly gateway: ResourceOf<'direct-connect-gateway' | 'vpn-gateway'>
  readonly name: string
  /** The connection or the link aggregation group; without one there is no virtual interface. */
  readonly connectionId: Variable
  readonly vlan: Value
  /** The number of the device at the other end. */
  readonly bgpAsn: Value
}

/** What the code makes of a virtual interface; null where AWS would not make it. */
export function interfacePlan(it: Interface, context: EmitContext): InterfacePlan | null {
  const { design, gap } = context
  const gateway = design.get(it.gatewayId)
  if (!gateway) throw new Error(`Bug: ${it.id} joins what is not there`)
  const because = refusalOf(it, gateway, design)
  if (because) {
    gap(
      `The virtual interface ${it.name} to ${gateway.name} is left out: it ${because}.`,
      'Mend it in the design, or remove it.',
    )
    return null
  }
  report(it, context)
  return {
    gateway,
    name: directConnectName(it, 'virtual interface', context),
    ...inputsOf(it, gateway, context),
  }
}

const isGone = ({ virtualInterfaceState: state }: Interface) =>
  state === 'deleting' || state === 'deleted' || state === 'rejected'

/** A Direct Connect gateway takes private virtual interfaces or transit ones, by its gateways. */
function refusalOf(
  it: Interface,
  gateway: InterfacePlan['gateway'],
  design: Design,
): string | null {
  if (isGone(it)) return `is ${it.virtualInterfaceState}`
  const isTransit = it.virtualInterfaceType === 'transit'
  if (gateway.kind === 'vpn-gateway') {
    if (isTransit) return 'is a transit one, and a virtual private gateway takes private ones'
    return gateway.attachmentState === 'attached'
      ? null
      : `leads to ${gateway.name}, which is attached to no VPC`
  }
  const wanted = isTransit ? 'transit-gateway:' : 'vpn-gateway:'
  const other = design
    .all('direct-connect-gateway-association')
    .find((one) => one.directConnectGatewayId === gateway.id && !one.gatewayId.startsWith(wanted))
  return other
    ? `is a ${it.virtualInterfaceType} one, and ${gateway.name} is associated by ${other.name} with gateways that take the other type`
    : null
}

function report({ name, virtualInterfaceState, bgpStatus }: Interface, { gap }: EmitContext): void {
  const faults = [
    ...(virtualInterfaceState === 'available' ? [] : [virtualInterfaceState]),
    ...(bgpStatus === 'down' ? ['without BGP'] : []),
  ]
  if (faults.length > 0)
    gap(
      `The virtual interface ${name} is ${faults.join(' and ')} in the design; the code makes one that becomes available, and the device at the other end brings BGP up.`,
      'Nothing to do, unless the design is to show a fault.',
    )
}

/** The connection comes from the owner of the cable: it is no part of a design. */
function inputsOf(
  it: Interface,
  gateway: InterfacePlan['gateway'],
  context: EmitContext,
): Pick<InterfacePlan, 'connectionId' | 'vlan' | 'bgpAsn'> {
  const { design, input, gap } = context
  const place = placeOf(gateway, design)
  const connectionId = input({
    words: ['connection id'],
    type: 'string',
    default: null,
    isToSet: true,
    description: `ID of the Direct Connect connection or link aggregation group in ${place?.region} that carries ${it.name}; without one it is not made.`,
    pattern: 'dx(con|lag)-[a-z0-9A-Z]{8,21}',
    says: 'An ID that starts with dxcon- or dxlag-.',
  })
  const vlan = input({
    words: ['vlan'],
    type: 'string',
    default: '100',
    isToSet: true,
    description: `VLAN of ${it.name} on that connection.`,
    pattern: '[0-9]{1,4}',
    says: 'A number from 1 to 4094.',
  })
  const bgpAsn = input({
    words: ['bgp asn'],
    type: 'string',
    default: '65000',
    isToSet: true,
    description: `Autonomous system number of the device at the other end of ${it.name}.`,
    pattern: '[1-9][0-9]{0,9}',
    says: 'A number from 1 to 4294967294.',
  })
  gap(
    `The connection that carries ${it.name}, its VLAN and the number of the device at its end are not part of the design: the code makes the virtual interface once the connection is set.`,
    `Set ${connectionId.name}, ${vlan.name} and ${bgpAsn.name}. To list the connections, run: aws directconnect describe-connections --region ${place?.region}`,
  )
  return { connectionId, vlan, bgpAsn }
}
