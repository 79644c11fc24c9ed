import { assertNever } from '../../base/invariant'
import { nested, ref, type Value } from '../../iac/value'
import type { Emit } from '../emit'
import { elbName } from '../elb-name'
import {
  crossZone,
  healthCheckProtocol,
  listenerOf,
  plannedTargets,
  preservation,
  type Registered,
} from './plan'

export const cloudformation: Emit<'target-group'> = (group, context) => {
  const { block, output, strictTags } = context
  const targets = plannedTargets(group, context)
  const attributes: readonly (readonly [string, boolean | null | undefined])[] = [
    ['preserve_client_ip.enabled', preservation(group, context)],
    ['load_balancing.cross_zone.enabled', crossZone(group, context)],
  ]
  const set = attributes.flatMap(([Key, value]) =>
    value === null || value === undefined ? [] : [nested({ Key, Value: String(value) })],
  )

  return {
    blocks: [
      block(
        'AWS::ElasticLoadBalancingV2::TargetGroup',
        {
          Name: elbName(group, context),
          TargetType: group.targetType,
          Protocol: group.protocol,
          Port: group.port,
          VpcId: ref(group.vpcId),
          IpAddressType: group.targetType === 'alb' ? undefined : group.ipAddressType,
          HealthCheckPort:
            group.healthCheckPort === null ? undefined : String(group.healthCheckPort),
          HealthCheckProtocol:
            group.healthCheckPort === null ? undefined : healthCheckProtocol(group),
          TargetGroupAttributes: set.length > 0 ? set : undefined,
          Targets:
            targets.length > 0
              ? targets.map(({ what, port, availabilityZone }) =>
                  nested({ Id: idOf(what), Port: port, AvailabilityZone: availabilityZone }),
                )
              : undefined,
          Tags: strictTags(),
        },
        { dependsOn: targets.flatMap((target) => listenerOf(target, group, context)) },
      ),
    ],
    outputs: [
      output(['target group arn'], `ARN of the target group ${group.name}.`, ref(group.id)),
    ],
  }
}

function idOf(what: Registered): Value {
  switch (what.type) {
    case 'address':
      return what.ipAddress
    case 'interface':
      return { ...what.id, attribute: 'PrimaryPrivateIpAddress' }
    case 'load-balancer':
      return ref(what.loadBalancer.id)
    default:
      return assertNever(what)
  }
}
