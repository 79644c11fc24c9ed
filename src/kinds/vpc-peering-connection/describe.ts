import { flag, idOf, known, part, text, type Describe, type Raw } from '../describe'

/**
 * Those that are over are left out: AWS lists a deleted one for hours, and routes to it are blackholes.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnection.html
 */
export const describe: Describe<'vpc-peering-connection'> = ({ dump }) =>
  dump.all('VpcPeeringConnections').flatMap(({ it, id }) => {
    const status = text(part(it, 'Status'), 'Code') ?? 'active'
    const [requester, accepter] = [part(it, 'RequesterVpcInfo'), part(it, 'AccepterVpcInfo')]
    const [one, other] = [text(requester, 'VpcId'), text(accepter, 'VpcId')]
    if (status === 'deleted' || !id || !one || !other) return []
    return [
      {
        ...known('vpc-peering-connection', it, id),
        requesterVpcId: idOf('vpc', one),
        accepterVpcId: idOf('vpc', other),
        status,
        requesterPeeringOptions: optionsOf(requester),
        accepterPeeringOptions: optionsOf(accepter),
      },
    ]
  })

const optionsOf = (info: Raw) => ({
  allowDnsResolutionFromRemoteVpc: flag(
    part(info, 'PeeringOptions'),
    'AllowDnsResolutionFromRemoteVpc',
  ),
})
