import { ipOf, known, number, text, type Describe } from '../describe'
import { premisesBehind } from '../on-premises-network/describe'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CustomerGateway.html */
export const describe: Describe<'customer-gateway'> = (context) =>
  context.dump.all('CustomerGateways').flatMap(({ it, id, ownerId, region }) => {
    if (!id || text(it, 'State') === 'deleted') return []
    const place = context.placeOf(null)
    return [
      {
        ...known('customer-gateway', it, id),
        ownerId: ownerId ?? place.ownerId,
        region: region ?? place.region,
        ipAddress: ipOf(text(it, 'IpAddress')),
        bgpAsn: number(it, 'BgpAsn') ?? 65000,
        onPremisesNetworkId: premisesBehind(id, context),
      },
    ]
  })
