import { idOf, ipOf, known, oneOf, parts, text, type Describe } from '../describe'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
export const describe: Describe<'nat-gateway'> = ({ dump }) =>
  dump
    .all('NatGateways')
    // a deleted one is listed for an hour
    .filter(({ it }) => text(it, 'State') !== 'deleted')
    .map(({ it, id }) => {
      const isRegional = text(it, 'AvailabilityMode') === 'regional'
      const [first, ...others] = parts(it, 'NatGatewayAddresses')
        .filter((each) => !['failed', 'unassigning'].includes(text(each, 'Status') ?? ''))
        .toSorted((a, b) => Number(b['IsPrimary'] === true) - Number(a['IsPrimary'] === true))
      const table = text(it, 'RouteTableId')
      const face = text(first ?? {}, 'NetworkInterfaceId')
      // of itself AWS covers every zone that needs it (NET-19)
      const isManual = isRegional && text(it, 'AutoProvisionZones') === 'disabled'
      const zones = parts(it, 'NatGatewayAddresses').flatMap(
        (each) => text(each, 'AvailabilityZone') ?? [],
      )
      return {
        ...known('nat-gateway', it, id ?? ''),
        subnetId: isRegional ? null : idOf('subnet', text(it, 'SubnetId') ?? ''),
        vpcId: isRegional ? idOf('vpc', text(it, 'VpcId') ?? '') : null,
        availabilityMode: isRegional ? 'regional' : 'zonal',
        availabilityZones: isManual ? [...new Set(zones)] : null,
        routeTableId: isRegional && table ? idOf('route-table', table) : null,
        connectivityType: oneOf(text(it, 'ConnectivityType'), ['public', 'private'], 'public'),
        state: text(it, 'State') ?? 'available',
        privateIp: isRegional ? null : ipOf(text(first ?? {}, 'PrivateIp')),
        publicIp: ipOf(text(first ?? {}, 'PublicIp')),
        ...(face && { networkInterfaceId: face }),
        secondaryAddresses: others.map((each) => ({
          privateIp: isRegional ? null : ipOf(text(each, 'PrivateIp')),
          publicIp: ipOf(text(each, 'PublicIp')),
        })),
      }
    })
