/** Templates written as those that people start from are: parameters, conditions, both forms. */

/** A VPC with public and private subnets in two zones, NAT gateways and a web server in each tier. */
export const publicAndPrivate = `
AWSTemplateFormatVersion: 2010-09-09
Description: A VPC with public and private subnets in two zones
Parameters:
  EnvironmentName: {Type: String, Default: demo}
  VpcCIDR: {Type: String, Default: 10.192.0.0/16}
  NatPerZone: {Type: String, Default: no, AllowedValues: [yes, no]}
  LatestAmi:
    Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>
    Default: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64
Conditions:
  HasTwoNats: !Equals [!Ref NatPerZone, yes]
Resources:
  VPC:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref VpcCIDR
      EnableDnsSupport: true
      EnableDnsHostnames: true
      Tags: [{Key: Name, Value: !Ref EnvironmentName}]
  InternetGateway:
    Type: AWS::EC2::InternetGateway
  InternetGatewayAttachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {InternetGatewayId: !Ref InternetGateway, VpcId: !Ref VPC}
  PublicSubnet1:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref VPC
      AvailabilityZone: !Select [0, !GetAZs '']
      CidrBlock: !Select [0, !Cidr [!GetAtt VPC.CidrBlock, 4, 8]]
      MapPublicIpOnLaunch: true
      Tags: [{Key: Name, Value: !Sub "\${EnvironmentName} Public (AZ1)"}]
  PublicSubnet2:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref VPC
      AvailabilityZone: !Select [1, !GetAZs {Ref: AWS::Region}]
      CidrBlock: !Select [1, !Cidr [!GetAtt VPC.CidrBlock, 4, 8]]
      MapPublicIpOnLaunch: true
  PrivateSubnet1:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref VPC
      AvailabilityZone: !Select [0, !GetAZs '']
      CidrBlock: !Select [2, !Cidr [!GetAtt VPC.CidrBlock, 4, 8]]
  PrivateSubnet2:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref VPC
      AvailabilityZone: !Select [1, !GetAZs '']
      CidrBlock: !Select [3, !Cidr [!GetAtt VPC.CidrBlock, 4, 8]]
  Nat1EIP:
    Type: AWS::EC2::EIP
    DependsOn: InternetGatewayAttachment
    Properties: {Domain: vpc}
  Nat1:
    Type: AWS::EC2::NatGateway
    Properties: {AllocationId: !GetAtt Nat1EIP.AllocationId, SubnetId: !Ref PublicSubnet1}
  Nat2EIP:
    Type: AWS::EC2::EIP
    Condition: HasTwoNats
    Properties: {Domain: vpc}
  Nat2:
    Type: AWS::EC2::NatGateway
    Condition: HasTwoNats
    Properties: {AllocationId: !GetAtt Nat2EIP.AllocationId, SubnetId: !Ref PublicSubnet2}
  PublicRouteTable:
    Type: AWS::EC2::RouteTable
    Properties: {VpcId: !Ref VPC}
  DefaultPublicRoute:
    Type: AWS::EC2::Route
    DependsOn: InternetGatewayAttachment
    Properties:
      RouteTableId: !Ref PublicRouteTable
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref InternetGateway
  Public1Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {RouteTableId: !Ref PublicRouteTable, SubnetId: !Ref PublicSubnet1}
  Public2Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {RouteTableId: !Ref PublicRouteTable, SubnetId: !Ref PublicSubnet2}
  PrivateRouteTable1:
    Type: AWS::EC2::RouteTable
    Properties: {VpcId: !Ref VPC}
  DefaultPrivateRoute1:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref PrivateRouteTable1
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !Ref Nat1
  Private1Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {RouteTableId: !Ref PrivateRouteTable1, SubnetId: !Ref PrivateSubnet1}
  PrivateRouteTable2:
    Type: AWS::EC2::RouteTable
    Properties: {VpcId: !Ref VPC}
  DefaultPrivateRoute2:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref PrivateRouteTable2
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !If [HasTwoNats, !Ref Nat2, !Ref Nat1]
  WebGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref VPC
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
  AppGroup:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: app, VpcId: !Ref VPC}
  AppFromWeb:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt AppGroup.GroupId
      IpProtocol: tcp
      FromPort: 8080
      ToPort: 8080
      SourceSecurityGroupId: !Ref WebGroup
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: !Ref LatestAmi
      SubnetId: !Ref PublicSubnet1
      SecurityGroupIds: [!Ref WebGroup]
  App1:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: !Ref LatestAmi
      NetworkInterfaces:
        - {DeviceIndex: "0", SubnetId: !Ref PrivateSubnet1, GroupSet: [!Ref AppGroup]}
  App2:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: !Ref LatestAmi
      SubnetId: !Ref PrivateSubnet2
      SecurityGroupIds: [!Ref AppGroup]
Outputs:
  Vpc: {Value: !Ref VPC, Export: {Name: !Sub "\${AWS::StackName}-VPCID"}}
`

const spoke = (name: string, second: number) => `
  ${name}:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.${second}.0.0/16}
  ${name}Subnet:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref ${name}, CidrBlock: 10.${second}.1.0/24, AvailabilityZone: !Sub "\${AWS::Region}a"}
  ${name}Table:
    Type: AWS::EC2::RouteTable
    Properties: {VpcId: !Ref ${name}}
  ${name}TableAssociation:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {RouteTableId: !Ref ${name}Table, SubnetId: !Ref ${name}Subnet}
  ${name}Route:
    Type: AWS::EC2::Route
    DependsOn: ${name}Attachment
    Properties: {RouteTableId: !Ref ${name}Table, DestinationCidrBlock: 10.0.0.0/8, TransitGatewayId: !Ref Tgw}
  ${name}Attachment:
    Type: AWS::EC2::TransitGatewayAttachment
    Properties: {VpcId: !Ref ${name}, TransitGatewayId: !Ref Tgw, SubnetIds: [!Ref ${name}Subnet]}
  ${name}Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: all from inside
      VpcId: !Ref ${name}
      SecurityGroupIngress: [{IpProtocol: "-1", CidrIp: 10.0.0.0/8}]
  ${name}Host:
    Type: AWS::EC2::Instance
    Properties: {SubnetId: !Ref ${name}Subnet, SecurityGroupIds: [!Ref ${name}Group]}
`

/** A hub, reached by everybody, and spokes that do not reach each other, in a template each. */
export const hubAndSpoke = `
Resources:
  Tgw:
    Type: AWS::EC2::TransitGateway
    Properties: {DefaultRouteTableAssociation: disable, DefaultRouteTablePropagation: disable}
${spoke('Hub', 0)}${spoke('One', 1)}${spoke('Two', 2)}
  HubRoutes: {Type: AWS::EC2::TransitGatewayRouteTable, Properties: {TransitGatewayId: !Ref Tgw}}
  SpokeTable: {Type: AWS::EC2::TransitGatewayRouteTable, Properties: {TransitGatewayId: !Ref Tgw}}
${['Hub', 'One', 'Two']
  .map(
    (name) => `
  ${name}Joins:
    Type: AWS::EC2::TransitGatewayRouteTableAssociation
    Properties:
      TransitGatewayAttachmentId: !Ref ${name}Attachment
      TransitGatewayRouteTableId: !Ref ${name === 'Hub' ? 'HubRoutes' : 'SpokeTable'}
  ${name}Tells:
    Type: AWS::EC2::TransitGatewayRouteTablePropagation
    Properties:
      TransitGatewayAttachmentId: !Ref ${name}Attachment
      TransitGatewayRouteTableId: !Ref ${name === 'Hub' ? 'SpokeTable' : 'HubRoutes'}
`,
  )
  .join('')}`

/** The same spokes on a transit gateway as AWS makes it, with one table for all. */
export const flatTransit = `
Resources:
  Tgw: {Type: AWS::EC2::TransitGateway}
${spoke('One', 1)}${spoke('Two', 2)}`

/** One end of a peering in a stack of its own, in JSON, with exports for the other. */
export const peer = (second: number) =>
  JSON.stringify({
    Resources: {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: `10.${second}.0.0/16` } },
      Subnet: {
        Type: 'AWS::EC2::Subnet',
        Properties: {
          VpcId: { Ref: 'Vpc' },
          CidrBlock: `10.${second}.1.0/24`,
          AvailabilityZone: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] },
        },
      },
      Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
      Association: {
        Type: 'AWS::EC2::SubnetRouteTableAssociation',
        Properties: { RouteTableId: { Ref: 'Table' }, SubnetId: { Ref: 'Subnet' } },
      },
      Group: {
        Type: 'AWS::EC2::SecurityGroup',
        Properties: {
          GroupDescription: 'web',
          VpcId: { Ref: 'Vpc' },
          SecurityGroupIngress: [
            { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/8' },
          ],
        },
      },
      Host: {
        Type: 'AWS::EC2::Instance',
        Properties: { SubnetId: { Ref: 'Subnet' }, SecurityGroupIds: [{ Ref: 'Group' }] },
      },
    },
    Outputs: {
      VpcId: { Value: { Ref: 'Vpc' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}-vpc' } } },
      TableId: {
        Value: { Ref: 'Table' },
        Export: { Name: { 'Fn::Sub': '${AWS::StackName}-table' } },
      },
    },
  })

/** The peering between them, and the routes on both sides. */
export const peeringOf = (one: string, other: string) => `
Parameters:
  Requester: {Type: String, Default: ${one}}
  Accepter: {Type: String, Default: ${other}}
Resources:
  Peering:
    Type: AWS::EC2::VPCPeeringConnection
    Properties:
      VpcId: {"Fn::ImportValue": !Sub "\${Requester}-vpc"}
      PeerVpcId: {"Fn::ImportValue": !Sub "\${Accepter}-vpc"}
  There:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: {"Fn::ImportValue": !Sub "\${Requester}-table"}
      DestinationCidrBlock: 10.2.0.0/16
      VpcPeeringConnectionId: !Ref Peering
  Back:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: {"Fn::ImportValue": !Sub "\${Accepter}-table"}
      DestinationCidrBlock: 10.1.0.0/16
      VpcPeeringConnectionId: !Ref Peering
`
