import { part, parts, text, texts } from '../../../kinds/describe'
import { defaultGroupOf, firewallEndpoint } from '../attributes'
import type { StackPlace } from '../stack'
import { isOn, picked, tagsOf, type TypeReader } from '../item'

const endpoint: TypeReader = {
  read: (it, { book, assume }) => {
    const { properties, id, place } = it
    const type = text(properties, 'VpcEndpointType') ?? 'Gateway'
    const vpcId = text(properties, 'VpcId')
    const groups = texts(properties, 'SecurityGroupIds')
    const usual =
      type === 'Interface' && vpcId && book.find('Vpcs', vpcId) ? [defaultGroupOf(vpcId)] : []
    const service = /vpce-svc-[0-9a-f]+$/.exec(text(properties, 'ServiceName') ?? '')?.[0]
    const offered = book.find('ServiceConfigurations', service)
    const told = text(properties, 'State')
    const isAccepted = told !== null || isOn(properties, 'AutoAccept')
    const waits = offered?.['AcceptanceRequired'] === true && !isAccepted
    if (waits)
      assume(it, 'The owner of the service has to accept it; until then it carries nothing.')
    book.put('VpcEndpoints', id, place, {
      VpcEndpointId: id,
      VpcEndpointType: type,
      VpcId: vpcId,
      OwnerId: place.ownerId,
      ServiceName: text(properties, 'ServiceName'),
      State: told ?? (waits ? 'pendingAcceptance' : 'available'),
      RouteTableIds: texts(properties, 'RouteTableIds'),
      SubnetIds: texts(properties, 'SubnetIds'),
      Groups: (groups.length > 0 ? groups : usual).map((GroupId) => ({ GroupId })),
      PrivateDnsEnabled: isOn(properties, 'PrivateDnsEnabled'),
      NetworkInterfaceIds: [],
      Tags: tagsOf(it),
    })
  },
}

/** How endpoints name a service. */
export const serviceNameOf = (id: string, { region }: StackPlace): string =>
  `com.amazonaws.vpce.${region}.${id}`

const service: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    const isGateway = texts(properties, 'GatewayLoadBalancerArns').length > 0
    book.put('ServiceConfigurations', id, place, {
      ServiceId: id,
      ServiceName: serviceNameOf(id, place),
      ServiceType: [{ ServiceType: isGateway ? 'GatewayLoadBalancer' : 'Interface' }],
      ServiceState: 'Available',
      // it is on unless it is switched off
      AcceptanceRequired: isOn(properties, 'AcceptanceRequired', true),
      ...picked(properties, 'NetworkLoadBalancerArns', 'GatewayLoadBalancerArns'),
      Tags: tagsOf(it),
    })
  },
}

const permissions: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'ServiceId')],
  read: ({ properties, place }, { book }) =>
    book.answer(place, {
      ServiceId: text(properties, 'ServiceId'),
      AllowedPrincipals: texts(properties, 'AllowedPrincipals').map((Principal) => ({ Principal })),
    }),
}

const ruleGroup: TypeReader = {
  read: ({ properties, id, place }, { book }) =>
    book.put('RuleGroups', id, place, {
      RuleGroupArn: id,
      ...picked(properties, 'RuleGroupName', 'Type', 'Description', 'Capacity'),
      RuleGroup: part(properties, 'RuleGroup'),
    }),
}

const policy: TypeReader = {
  read: ({ properties, id, place }, { book }) =>
    book.put('FirewallPolicies', id, place, {
      FirewallPolicyArn: id,
      FirewallPolicy: part(properties, 'FirewallPolicy'),
    }),
}

/** A firewall, and the endpoint that AWS makes of it in each of its subnets. */
const firewall: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    const vpcId = text(properties, 'VpcId')
    book.put('Firewalls', id, place, {
      FirewallArn: id,
      FirewallName: text(properties, 'FirewallName') ?? it.logicalId,
      FirewallPolicyArn: text(properties, 'FirewallPolicyArn'),
      VpcId: vpcId,
      SubnetMappings: parts(properties, 'SubnetMappings'),
      Tags: parts(properties, 'Tags'),
    })
    parts(properties, 'SubnetMappings').forEach((each, index) => {
      const endpointId = firewallEndpoint(id, index)
      const name = text(properties, 'FirewallName') ?? it.logicalId
      book.put('VpcEndpoints', endpointId, place, {
        VpcEndpointId: endpointId,
        VpcEndpointType: 'GatewayLoadBalancer',
        VpcId: vpcId,
        OwnerId: place.ownerId,
        State: 'available',
        SubnetIds: [text(each, 'SubnetId')],
        NetworkInterfaceIds: [],
        Tags: [
          { Key: 'Firewall', Value: id },
          { Key: 'Name', Value: `${name} ${index + 1}` },
        ],
      })
    })
  },
}

export const endpointTypes: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::VPCEndpointService': service,
  'AWS::EC2::VPCEndpoint': endpoint,
  'AWS::NetworkFirewall::RuleGroup': ruleGroup,
  'AWS::NetworkFirewall::FirewallPolicy': policy,
  'AWS::NetworkFirewall::Firewall': firewall,
}

export const endpointParts: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::VPCEndpointServicePermissions': permissions,
}
