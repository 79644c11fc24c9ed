import { describe, expect, it } from 'vitest'
import {
  account,
  face,
  filesOf,
  group,
  instance,
  openAcl,
  subnet,
  table,
  tcp,
  vpc,
} from '../import/testing/account'
import { documentOf, flowIn } from './testing/imported'

type Raw = Readonly<Record<string, unknown>>

const says = (InternetGatewayBlockMode: string): Raw => ({
  BlockPublicAccessStates: { InternetGatewayBlockMode },
})

const ask = (ofVpc: Raw, ofSubnet: Raw, more: Readonly<Record<string, readonly Raw[]>> = {}) => {
  const address = { PublicIp: '198.51.100.10', IpOwnerId: 'amazon' }
  const document = documentOf(
    filesOf({
      Vpcs: [vpc('vpc-a', '10.0.0.0/16', ofVpc)],
      Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24', ofSubnet)],
      RouteTables: [
        table('rtb-a', 'vpc-a', [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-a' }]),
      ],
      InternetGateways: [
        { InternetGatewayId: 'igw-a', Attachments: [{ VpcId: 'vpc-a', State: 'available' }] },
      ],
      NetworkAcls: [openAcl('acl-a', 'vpc-a')],
      SecurityGroups: [group('sg-a', 'vpc-a', [tcp(443, '0.0.0.0/0')])],
      Instances: [
        instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'], {
          NetworkInterfaces: [
            face('eni-a', 'subnet-a', '10.0.1.10', {
              Attachment: { DeviceIndex: 0 },
              Groups: [{ GroupId: 'sg-a' }],
              Association: address,
              PrivateIpAddresses: [
                { Primary: true, PrivateIpAddress: '10.0.1.10', Association: address },
              ],
            }),
          ],
        }),
      ],
      ...more,
    }),
  )
  return flowIn(document, { from: 'internet', to: 'i-a', port: 443 })
}

describe('Block Public Access, where nobody asked for the options of the Region', () => {
  const blocked = 'NO(VPC_BLOCK_PUBLIC_ACCESS_ENABLED)'
  it.each([
    [says('off'), says('off'), 'OK'],
    [says('block-bidirectional'), says('block-bidirectional'), blocked],
    [says('block-ingress'), says('block-ingress'), blocked],
    [says('block-bidirectional'), says('off'), 'OK'],
    [{}, {}, 'OK'],
  ])('NET-25: a VPC that says %j with a subnet that says %j: %s', (ofVpc, ofSubnet, told) => {
    expect(ask(ofVpc, ofSubnet)).toBe(told)
  })

  it('NET-25: the options decide where they are told', () => {
    const options = {
      AwsAccountId: account,
      AwsRegion: 'eu-west-1',
      InternetGatewayBlockMode: 'block-bidirectional',
    }
    const more = { VpcBlockPublicAccessOptions: [options] }
    expect(ask(says('off'), says('off'), more)).toBe(blocked)
  })
})
