import { idOf, known, parts, text, type Describe } from '../describe'

/**
 * An internet gateway that is attached to nothing stands on no VPC, so the design has no place for it.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InternetGateway.html
 */
export const describe: Describe<'internet-gateway'> = ({ dump, skip }) =>
  dump.all('InternetGateways').flatMap(({ it, id }) => {
    const [attachment] = parts(it, 'Attachments')
    const vpcId = attachment && text(attachment, 'VpcId')
    if (!id || !vpcId) {
      skip(id ?? 'an internet gateway', 'It is attached to no VPC.')
      return []
    }
    const isAttached = ['available', 'attached', 'attaching'].includes(
      text(attachment, 'State') ?? '',
    )
    return [
      {
        ...known('internet-gateway', it, id),
        vpcId: idOf('vpc', vpcId),
        attachmentState: isAttached ? 'attached' : 'detached',
      },
    ]
  })
