import { describe, expect, it } from 'vitest'
import { imported, resourceAt } from './testing/imported'

const template = (more: string) => `
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Vgw: {Type: AWS::EC2::VPNGateway, Properties: {Type: ipsec.1}}
  Attached: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, VpnGatewayId: !Ref Vgw}}
  Learns: {Type: AWS::EC2::VPNGatewayRoutePropagation, Properties: {VpnGatewayId: !Ref Vgw, RouteTableIds: [!Ref Table]}}
  Device: {Type: AWS::EC2::CustomerGateway, Properties: {IpAddress: 198.51.100.1, BgpAsn: 65000, Type: ipsec.1}}
${more}`

const connection = (name: string, isStatic: boolean) => `
  ${name}: {Type: AWS::EC2::VPNConnection, Properties: {CustomerGatewayId: !Ref Device, VpnGatewayId: !Ref Vgw, Type: ipsec.1, StaticRoutesOnly: ${isStatic}}}
  ${name}Route: {Type: AWS::EC2::VPNConnectionRoute, Properties: {VpnConnectionId: !Ref ${name}, DestinationCidrBlock: 192.168.0.0/16}}
`
const association = `
  Direct: {Type: AWS::DirectConnect::DirectConnectGateway, Properties: {DirectConnectGatewayName: dx}}
  Joined: {Type: AWS::DirectConnect::DirectConnectGatewayAssociation, Properties: {DirectConnectGatewayId: !Ref Direct, AssociatedGatewayId: !Ref Vgw}}
`
const tableWith = (more: string) =>
  resourceAt(imported({ 'net.yaml': template(more) }).document, 'net/Table').undescribed

describe('what a virtual private gateway hands on to a route table', () => {
  it('VPN-2: is known where all of it is static', () => {
    expect(tableWith(connection('One', true))).toBeUndefined()
  })

  it.each([
    ['a connection learns by BGP', connection('One', true) + connection('Two', false)],
    ['a Direct Connect gateway tells it', connection('One', true) + association],
    ['nothing says what is behind it', ''],
  ])('VPN-2: is not known where %s', (_, more) => {
    expect(tableWith(more)).toContain('virtual private gateway')
  })
})
