import { byCodeUnit } from '../../iac/order'
import type { Variable } from '../../iac/value'
import { compareCidrs, type Cidr } from '../../net/cidr'
import type { EmitContext } from '../emit'
import type { Id, ResourceOf } from '../resource'

type Endpoint = ResourceOf<'client-vpn-endpoint'>

/** A Client VPN endpoint as both languages need it. */
export interface ClientVpnPlan {
  /** Without it nothing of the endpoint is made. */
  readonly serverCertificateArn: Variable
  readonly clientCertificateArn: Variable
  /** The target networks, ordered by id. */
  readonly subnetIds: readonly Id<'subnet'>[]
  readonly groupIds: readonly Id<'security-group'>[]
  /** Each destination once, ordered by address. */
  readonly rules: readonly Cidr[]
  readonly routes: readonly PlannedClientRoute[]
}

export interface PlannedClientRoute {
  readonly destination: Cidr
  readonly subnetId: Id<'subnet'>
}

/** Names for the parts of an endpoint. */
export const associationPart = (subnetId: Id<'subnet'>) => `association ${subnetId}`
export const rulePart = (destination: Cidr) => `authorization ${destination}`
export const routePart = ({ destination, subnetId }: PlannedClientRoute) =>
  `route ${destination} ${subnetId}`
export const destinationWords = (destination: Cidr) =>
  destination === '0.0.0.0/0' ? 'all' : `to ${destination}`

/** What the code makes of an endpoint; null where it is gone. (VPN-11) */
export function clientVpnPlan(endpoint: Endpoint, context: EmitContext): ClientVpnPlan | null {
  const { design, gap } = context
  if (endpoint.state === 'deleting' || endpoint.state === 'deleted') {
    gap(
      `The Client VPN endpoint ${endpoint.name} is left out: it is ${endpoint.state}.`,
      'Remove it from the design.',
    )
    return null
  }
  const subnetIds = targetNetworks(endpoint, context)
  if (endpoint.state === 'pending-associate' && subnetIds.length > 0)
    gap(
      `${endpoint.name} has no target network yet in the design; the code associates it and makes it available.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  const inVpc = endpoint.securityGroupIds.filter((id) => design.get(id)?.vpcId === endpoint.vpcId)
  for (const id of endpoint.securityGroupIds)
    if (!inVpc.includes(id))
      gap(
        `The security group ${design.get(id)?.name} is left out of ${endpoint.name}: it belongs to another VPC.`,
        'Choose a security group of its own VPC.',
      )
  const rules = Object.values(endpoint.authorizationRules).map((it) => it.destinationCidr)
  return {
    ...certificatesOf(endpoint, context),
    subnetIds,
    groupIds: [...new Set(inVpc)].toSorted(byCodeUnit),
    rules: [...new Set(rules)].toSorted(compareCidrs),
    routes: routesOf(endpoint, subnetIds, context),
  }
}

/** Subnets of the VPC, one in each zone. */
function targetNetworks(endpoint: Endpoint, { design, gap }: EmitContext): readonly Id<'subnet'>[] {
  const zones = new Set<string>()
  const ids = Object.keys(endpoint.associations) as Id<'subnet'>[]
  return ids.toSorted(byCodeUnit).flatMap((id) => {
    const subnet = design.get(id)
    if (!subnet) return []
    const isOther = subnet.vpcId !== endpoint.vpcId
    if (isOther || zones.has(subnet.availabilityZone)) {
      gap(
        `The subnet ${subnet.name} is left out of ${endpoint.name}: ${isOther ? 'it belongs to another VPC' : `another subnet of ${subnet.availabilityZone} is associated already`}.`,
        'Remove it from the target networks.',
      )
      return []
    }
    zones.add(subnet.availabilityZone)
    const address = endpoint.associations[id]?.privateIpAddress
    if (address)
      gap(
        `The address ${address} of ${endpoint.name} in ${subnet.name} is not exported: AWS chooses it.`,
        'Leave the address open in the design.',
      )
    return [id]
  })
}

/** Routes by way of target networks; the one to the VPC itself comes with each association. */
function routesOf(
  endpoint: Endpoint,
  subnetIds: readonly Id<'subnet'>[],
  { design, gap }: EmitContext,
): readonly PlannedClientRoute[] {
  const own = design.get(endpoint.vpcId)?.cidrBlock
  const planned = new Map<string, PlannedClientRoute>()
  for (const { destinationCidr: destination, targetSubnetId: subnetId } of Object.values(
    endpoint.routes,
  )) {
    const said = `The route to ${destination} of ${endpoint.name} by ${design.get(subnetId)?.name} is left out`
    if (!subnetIds.includes(subnetId))
      gap(`${said}: that subnet is no target network.`, 'Associate the subnet, or choose another.')
    else if (destination === own)
      gap(`${said}: AWS adds the route to the VPC with the association.`, 'Remove the route.')
    else planned.set(`${destination} ${subnetId}`, { destination, subnetId })
  }
  return [...planned.values()].toSorted(
    (a, b) => compareCidrs(a.destination, b.destination) || byCodeUnit(a.subnetId, b.subnetId),
  )
}

/** Who may connect is no part of a design: devices show certificates, as AWS's own start has it. */
function certificatesOf(
  { name }: Endpoint,
  { input, gap }: EmitContext,
): Pick<ClientVpnPlan, 'serverCertificateArn' | 'clientCertificateArn'> {
  const pattern = 'arn:[a-z-]+:acm:.+'
  const says = 'An ARN of AWS Certificate Manager.'
  const serverCertificateArn = input({
    words: ['server certificate arn'],
    type: 'string',
    default: null,
    isToSet: true,
    description: `ARN of the certificate that ${name} shows to devices; without one it is not made.`,
    pattern,
    says,
  })
  const clientCertificateArn = input({
    words: ['client certificate arn'],
    type: 'string',
    default: null,
    isToSet: true,
    description: `ARN of the certificate of the authority whose devices ${name} admits.`,
    pattern,
    says,
  })
  gap(
    `The certificates of ${name} are not part of the design: the code makes the endpoint once they are set. It admits devices by certificate.`,
    `Set ${serverCertificateArn.name} and ${clientCertificateArn.name}. For directories or SAML, change its authentication in the exported code.`,
  )
  return { serverCertificateArn, clientCertificateArn }
}
