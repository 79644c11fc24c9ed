import { idOf, known, parts, text, type Describe } from '../describe'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EgressOnlyInternetGateway.html */
export const describe: Describe<'egress-only-internet-gateway'> = ({ dump, skip }) =>
  dump.all('EgressOnlyInternetGateways').flatMap(({ it, id }) => {
    const [attachment] = parts(it, 'Attachments')
    const vpcId = attachment && text(attachment, 'VpcId')
    if (id && vpcId)
      return [{ ...known('egress-only-internet-gateway', it, id), vpcId: idOf('vpc', vpcId) }]
    skip(id ?? 'an egress-only internet gateway', 'It is attached to no VPC.')
    return []
  })
