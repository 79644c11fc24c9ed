import { ipOf, known, number, text, type Describe, type DescribeContext } from '../describe'
import { premisesBehind } from '../on-premises-network/describe'
import { devicesIn } from './devices'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CustomerGateway.html */
export const describe: Describe<'customer-gateway'> = (context) =>
  devicesIn(context.dump).map(({ it, id, ownerId, region, namedBy }) => {
    const place = context.placeOf(null)
    if (namedBy) assume(id, namedBy, context)
    return {
      ...known('customer-gateway', it, id),
      ownerId: ownerId ?? place.ownerId,
      region: region ?? place.region,
      ipAddress: ipOf(text(it, 'IpAddress')),
      bgpAsn: number(it, 'BgpAsn') ?? 65000,
      onPremisesNetworkId: premisesBehind(id, context),
    }
  })

/** Nothing that AWS says of the device itself decides where packets go. */
function assume(id: string, connection: string, context: DescribeContext): void {
  context.assume(
    'aws ec2 describe-customer-gateways',
    `${id}, which ${connection} leads to, is not described; its address and ASN are not known.`,
  )
}
