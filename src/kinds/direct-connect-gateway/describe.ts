import { number, text, type Describe } from '../describe'

/** @source https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DirectConnectGateway.html */
export const describe: Describe<'direct-connect-gateway'> = ({ dump, placeOf }) =>
  dump.all('directConnectGateways').flatMap(({ it, id, ownerId }) =>
    id && text(it, 'directConnectGatewayState') !== 'deleted'
      ? [
          {
            id: `direct-connect-gateway:${id}` as const,
            kind: 'direct-connect-gateway' as const,
            name: text(it, 'directConnectGatewayName') ?? id,
            awsId: id,
            ownerId: ownerId ?? placeOf(null).ownerId,
            amazonSideAsn: number(it, 'amazonSideAsn') ?? 64512,
          },
        ]
      : [],
  )
