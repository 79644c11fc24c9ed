import { idOf, known, oneOf, text, texts, type Describe } from '../describe'
import { associationStatuses } from './schema'

/** As code that makes them tells them, like the service networks that they lead to. */
export const describe: Describe<'service-network-vpc-association'> = ({ dump }) =>
  dump.all('ServiceNetworkVpcAssociations').flatMap(({ it, id }) => {
    const [vpcId, networkId] = [text(it, 'vpcId'), text(it, 'serviceNetworkId')]
    if (!id || !vpcId || !networkId) return []
    return [
      {
        ...known('service-network-vpc-association', it, id),
        vpcId: idOf('vpc', vpcId),
        serviceNetworkId: idOf('service-network', networkId),
        status: oneOf(text(it, 'status'), associationStatuses, 'ACTIVE'),
        securityGroupIds: texts(it, 'securityGroupIds').map((each) => idOf('security-group', each)),
      },
    ]
  })
