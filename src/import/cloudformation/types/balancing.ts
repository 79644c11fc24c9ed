import { number, part, parts, text, texts } from '../../../kinds/describe'
import { defaultGroupOf, interfaceOfIp } from '../attributes'
import type { Book } from '../book'
import { picked, tagsOf, type TypeReader } from '../item'

const balancer: TypeReader = {
  read: (it, { book, lacks }) => {
    const { properties, id, place } = it
    const type = text(properties, 'Type') ?? 'application'
    const mapped = parts(properties, 'SubnetMappings')
    const nodes =
      mapped.length > 0 ? mapped : texts(properties, 'Subnets').map((SubnetId) => ({ SubnetId }))
    const subnets = nodes.map((each) => book.find('Subnets', text(each, 'SubnetId')))
    const vpcId =
      subnets.map((each) => text(each ?? {}, 'VpcId')).find((each) => each !== null) ??
      text(properties, 'VpcId')
    if (vpcId === null) lacks(it, 'The subnets that it lies in are not among the files.')
    const groups = texts(properties, 'SecurityGroups')
    const usual = type === 'application' && vpcId ? [defaultGroupOf(vpcId)] : []
    for (const each of mapped) {
      const address = book.find('Addresses', text(each, 'AllocationId'))
      if (address) address['AssociationId'] = 'eipassoc-0'
    }
    book.put('LoadBalancers', id, place, {
      LoadBalancerArn: id,
      LoadBalancerName: text(properties, 'Name') ?? it.logicalId,
      Type: type,
      Scheme: text(properties, 'Scheme') ?? (type === 'gateway' ? null : 'internet-facing'),
      VpcId: vpcId,
      State: { Code: 'active' },
      IpAddressType: text(properties, 'IpAddressType') ?? 'ipv4',
      SecurityGroups: groups.length > 0 ? groups : usual,
      AvailabilityZones: nodes.map((each, index) => ({
        SubnetId: text(each, 'SubnetId'),
        ZoneName: text(subnets[index] ?? {}, 'AvailabilityZone'),
        LoadBalancerAddresses: [
          {
            ...picked(each, 'PrivateIPv4Address', 'IPv6Address'),
            // known once it is allocated
            IpAddress: book.find('Addresses', text(each, 'AllocationId'))?.['PublicIp'],
          },
        ],
      })),
      // which a state of Terraform tells, and no template
      ...picked(properties, 'DNSName'),
      ...picked(properties, 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic'),
      Tags: tagsOf(it, text(properties, 'Name')),
    })
    const Attributes = parts(properties, 'LoadBalancerAttributes')
    book.answer(place, { LoadBalancerArn: id, Attributes })
    // asked for, though it may have none
    book.answer(place, { LoadBalancerArn: id, Listeners: [] })
  },
}

const targetGroup: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    const type = text(properties, 'TargetType') ?? 'instance'
    book.put('TargetGroups', id, place, {
      TargetGroupArn: id,
      TargetGroupName: text(properties, 'Name') ?? it.logicalId,
      TargetType: type,
      VpcId: text(properties, 'VpcId'),
      ...picked(properties, 'Protocol', 'Port', 'IpAddressType', 'HealthCheckPort'),
      // what is registered, with what registers itself, such as services
      Registered: parts(properties, 'Targets'),
      Tags: tagsOf(it, text(properties, 'Name')),
    })
    const Attributes = parts(properties, 'TargetGroupAttributes')
    book.answer(place, { TargetGroupArn: id, Attributes })
  },
}

/** Who is registered with each group, once everything that registers itself has done so. */
export function completeTargets(book: Book): void {
  for (const [id, it] of book.all('TargetGroups')) {
    const place = book.placeOf('TargetGroups', id)
    const port = number(it, 'Port')
    const targets = parts(it, 'Registered').map((each) => {
      const own = number(each, 'Port')
      return {
        Target: {
          Id: holderOf(text(each, 'Id') ?? '', book),
          ...(own !== null && own !== port && { Port: own }),
          ...picked(each, 'AvailabilityZone'),
        },
        TargetHealth: { State: 'healthy' },
      }
    })
    if (place) book.answer(place, { TargetGroupArn: id, TargetHealthDescriptions: targets })
    delete it['Registered']
  }
}

/** The address of an interface that is registered stands for what has the interface. */
function holderOf(id: string, book: Book): string {
  const face = interfaceOfIp(id)
  if (face === null) return id
  // one that is made with an instance, which may be given another instead
  const [, made] = /^eni-(.+)-0$/.exec(face) ?? []
  if (made !== undefined && book.find('Instances', `i-${made}`)) return `i-${made}`
  const attachment = part(book.find('NetworkInterfaces', face) ?? {}, 'Attachment')
  // an instance that is registered takes what comes by its primary interface
  return (number(attachment, 'DeviceIndex') === 0 && text(attachment, 'InstanceId')) || face
}

const listener: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'LoadBalancerArn')],
  read: (it, { book, lacks }) => {
    const { properties, id, place } = it
    const LoadBalancerArn = text(properties, 'LoadBalancerArn')
    const of = book.find('LoadBalancers', LoadBalancerArn)
    if (!of) lacks(it, 'Its load balancer is not among the files.')
    book.put('Listeners', id, place, {
      ListenerArn: id,
      LoadBalancerArn,
      ...(of?.['Type'] === 'application' && { Protocol: 'HTTP' }),
      ...picked(properties, 'Port', 'Protocol', 'DefaultActions'),
    })
  },
}

const rule: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'ListenerArn')],
  read: (it, { book, lacks }) => {
    const { properties, place, id } = it
    const at = text(properties, 'ListenerArn')
    if (!at || !book.find('Listeners', at)) {
      lacks(it, 'Its listener is not among the files.')
      return
    }
    // a rule names its listener by its own ARN
    const RuleArn = `${at.replace(':listener/', ':listener-rule/')}/${id.slice(id.lastIndexOf('/') + 1)}`
    book.put('Rules', RuleArn, place, {
      RuleArn,
      ...picked(properties, 'Priority', 'Conditions', 'Actions'),
    })
  },
}

export const balancingTypes: Readonly<Record<string, TypeReader>> = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': balancer,
  'AWS::ElasticLoadBalancingV2::TargetGroup': targetGroup,
  'AWS::ElasticLoadBalancingV2::Listener': listener,
}

export const balancingParts: Readonly<Record<string, TypeReader>> = {
  'AWS::ElasticLoadBalancingV2::ListenerRule': rule,
}
