import { idOf, known, number, parts, text, type Describe } from '../describe'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnGateway.html */
export const describe: Describe<'vpn-gateway'> = ({ dump, skip }) =>
  dump.all('VpnGateways').flatMap(({ it, id }) => {
    if (!id || text(it, 'State') === 'deleted') return []
    const attachments = parts(it, 'VpcAttachments')
    const attached =
      attachments.find((each) => text(each, 'State') === 'attached') ?? attachments[0]
    const vpcId = attached && text(attached, 'VpcId')
    if (!vpcId) {
      skip(id, 'It is attached to no VPC.')
      return []
    }
    return [
      {
        ...known('vpn-gateway', it, id),
        vpcId: idOf('vpc', vpcId),
        amazonSideAsn: number(it, 'AmazonSideAsn') ?? 64512,
        attachmentState: text(attached, 'State') === 'attached' ? 'attached' : 'detached',
      },
    ]
  })
