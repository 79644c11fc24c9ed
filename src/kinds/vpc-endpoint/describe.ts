import {
  flag,
  idOf,
  ipOf,
  known,
  oneOf,
  part,
  parts,
  text,
  texts,
  type Describe,
  type DescribeContext,
  type Raw,
} from '../describe'
import { firewallOfEndpoint } from '../network-firewall/describe'
import { calls } from '../untold'
import { endpointsIn } from './described'
import { endpointStates, endpointTypes } from './schema'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
export const describe: Describe<'vpc-endpoint'> = (context) =>
  endpointsIn(context.dump).flatMap(({ it, id }) => {
    const vpcId = text(it, 'VpcId')
    const type = endpointTypes.find((each) => each === text(it, 'VpcEndpointType'))
    const state = (text(it, 'State') ?? 'available').replace(/^[A-Z]/, (letter) =>
      letter.toLowerCase(),
    )
    if (!id || !vpcId || state === 'deleted') return []
    if (!type) {
      context.skip(
        id,
        `VPC endpoints of the type ${text(it, 'VpcEndpointType')} are not known yet.`,
      )
      return []
    }
    return [
      {
        ...known('vpc-endpoint', it, id, text(it, 'ServiceName')?.split('.').at(-1) ?? null),
        vpcId: idOf('vpc', vpcId),
        vpcEndpointType: type,
        serviceId: serviceOf(it, context),
        state: oneOf(state, endpointStates, 'available'),
        routeTableIds:
          type === 'Gateway'
            ? texts(it, 'RouteTableIds').map((each) => idOf('route-table', each))
            : [],
        subnets: type === 'Gateway' ? {} : subnetsOf(it, context),
        securityGroupIds: parts(it, 'Groups').flatMap((each) => {
          const group = text(each, 'GroupId')
          return group ? [idOf('security-group', group)] : []
        }),
        privateDnsEnabled: flag(it, 'PrivateDnsEnabled') && !isForResolversOnly(it),
        ...(type === 'Gateway' && !text(it, 'ServiceName') && { undescribed: calls.endpoints }),
      },
    ]
  })

/**
 * Do its private names hold for those who ask an inbound endpoint of the Resolver only, as from outside
 * AWS? In the VPC the names stay public, so that a gateway endpoint serves them. (EP-13)
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DnsOptions.html
 */
const isForResolversOnly = (it: Raw): boolean =>
  flag(part(it, 'DnsOptions'), 'PrivateDnsOnlyForInboundResolverEndpoint')

/** The endpoint's interface in each subnet. */
function subnetsOf(it: Raw, { dump }: DescribeContext) {
  const faces = texts(it, 'NetworkInterfaceIds').flatMap(
    (each) => dump.find('NetworkInterfaces', each) ?? [],
  )
  return Object.fromEntries(
    texts(it, 'SubnetIds').map((subnetId) => {
      const face = faces.find((each) => text(each.it, 'SubnetId') === subnetId)
      const privateIp = ipOf(text(face?.it ?? {}, 'PrivateIpAddress'))
      return [
        idOf('subnet', subnetId),
        { ...(face?.id && { networkInterfaceId: face.id }), privateIp },
      ]
    }),
  )
}

/** What an endpoint leads to, by the name of its service. */
export function serviceOf(it: Raw, context: DescribeContext): string | null {
  const name = text(it, 'ServiceName') ?? ''
  const firewall = firewallOfEndpoint(it, context)
  if (firewall) return `network-firewall:${firewall}`
  const [, own] = /(vpce-svc-[0-9a-f]+)$/.exec(name) ?? []
  if (own) return idOf('vpc-endpoint-service', own)
  const place = servicePlaceOf(name)
  return place && `aws-service:${place.name}.${place.region}`
}

/** An AWS service and its Region, as `com.amazonaws.eu-west-1.s3` names them. */
export function servicePlaceOf(name: string) {
  const [, region, service] =
    /^(?:com\.amazonaws|cn\.com\.amazonaws|aws\.api)\.([a-z]{2}(?:-[a-z]+)+-\d)\.(.+)$/.exec(
      name,
    ) ?? []
  if (!region || !service) return null
  const isKnown = service === 's3' || service === 'dynamodb'
  return { region, name: service, service: isKnown ? service : 'any' }
}
