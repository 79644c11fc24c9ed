import { known, number, part, text, type Describe, type Raw } from '../describe'

const isOn = (options: Raw, key: string, otherwise: boolean): boolean => {
  const value = text(options, key)
  return value === null ? otherwise : value === 'enable'
}

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGateway.html */
export const describe: Describe<'transit-gateway'> = ({ dump, placeOf }) =>
  dump
    .all('TransitGateways')
    .filter(({ it }) => text(it, 'State') !== 'deleted')
    .map(({ it, id, ownerId, region }) => {
      const options = part(it, 'Options')
      const place = placeOf(null)
      const owner = text(it, 'OwnerId') ?? ownerId ?? place.ownerId
      return {
        ...known('transit-gateway', it, id ?? ''),
        ownerId: owner,
        region: region ?? place.region,
        amazonSideAsn: number(options, 'AmazonSideAsn') ?? 64512,
        defaultRouteTableAssociation: isOn(options, 'DefaultRouteTableAssociation', true),
        defaultRouteTablePropagation: isOn(options, 'DefaultRouteTablePropagation', true),
        autoAcceptSharedAttachments: isOn(options, 'AutoAcceptSharedAttachments', false),
        dnsSupport: isOn(options, 'DnsSupport', true),
        vpnEcmpSupport: isOn(options, 'VpnEcmpSupport', true),
        securityGroupReferencingSupport: isOn(options, 'SecurityGroupReferencingSupport', false),
        sharedWith: [
          ...new Set(
            [...dump.all('TransitGatewayVpcAttachments'), ...dump.all('TransitGatewayAttachments')]
              .filter((each) => text(each.it, 'TransitGatewayId') === id)
              .flatMap(
                (each) => text(each.it, 'VpcOwnerId') ?? text(each.it, 'ResourceOwnerId') ?? [],
              )
              .filter((each) => each !== owner),
          ),
        ].toSorted(),
      }
    })
