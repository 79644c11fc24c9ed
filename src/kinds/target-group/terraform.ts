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

/** An attribute that the provider takes as a text. */
const said = (value: boolean | null | undefined) =>
  value === null || value === undefined ? undefined : String(value)

export const terraform: Emit<'target-group'> = (group, context) => {
  const { block, output, strictTags } = context

  return {
    blocks: [
      block('aws_lb_target_group', {
        name: elbName(group, context),
        target_type: group.targetType,
        protocol: group.protocol,
        port: group.port,
        vpc_id: ref(group.vpcId),
        // what leads to another load balancer has no addresses of its own
        ip_address_type: group.targetType === 'alb' ? undefined : group.ipAddressType,
        preserve_client_ip: said(preservation(group, context)),
        load_balancing_cross_zone_enabled: said(crossZone(group, context)),
        health_check:
          group.healthCheckPort === null
            ? undefined
            : nested({
                port: String(group.healthCheckPort),
                protocol: healthCheckProtocol(group),
              }),
        tags: strictTags(),
      }),
      ...plannedTargets(group, context).map((target) =>
        block(
          'aws_lb_target_group_attachment',
          {
            target_group_arn: ref(group.id, 'arn'),
            target_id: idOf(target.what),
            port: target.port,
            availability_zone: target.availabilityZone,
          },
          { part: target.part, words: target.words, dependsOn: listenerOf(target, group, context) },
        ),
      ),
    ],
    outputs: [
      output(['target group arn'], `ARN of the target group ${group.name}.`, ref(group.id, 'arn')),
    ],
  }
}

function idOf(what: Registered): Value {
  switch (what.type) {
    case 'address':
      return what.ipAddress
    case 'interface':
      return { ...what.id, attribute: 'private_ip' }
    case 'load-balancer':
      return ref(what.loadBalancer.id, 'arn')
    default:
      return assertNever(what)
  }
}
