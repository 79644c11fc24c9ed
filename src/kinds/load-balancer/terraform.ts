import { assertNever } from '../../base/invariant'
import { nested, ref, type Body } from '../../iac/value'
import type { Emission, Emit, EmitContext } from '../emit'
import { elbName } from '../elb-name'
import { attachedGateway } from '../internet-gateway/attached'
import type { ResourceOf } from '../resource'
import {
  answered,
  isPlainForward,
  listenerPart,
  plannedListeners,
  redirected,
  rulePart,
  sslPolicy,
  type PlannedAction,
} from './listeners'
import {
  addressPart,
  areNodesMapped,
  enforcement,
  facesInternet,
  groupsOf,
  isLoadBalancerWritten,
  plannedNodes,
  reportLoadBalancer,
} from './plan'

export const terraform: Emit<'load-balancer'> = (it, context) => {
  const { design, block, output, strictTags, tags } = context
  reportLoadBalancer(it, context)
  if (!isLoadBalancerWritten(it, design)) return { blocks: [], outputs: [] }
  const nodes = plannedNodes(it, design)
  const isMapped = areNodesMapped(nodes)
  const gateway = facesInternet(it) ? attachedGateway(it.vpcId, design) : undefined
  const dependsOn = gateway ? [ref(gateway.id)] : []
  return {
    blocks: [
      ...nodes
        .filter(({ hasElasticIp }) => hasElasticIp)
        .map(({ subnet }) =>
          block(
            'aws_eip',
            { domain: 'vpc', tags: tags() },
            { part: addressPart(subnet.id), words: [subnet.name], dependsOn },
          ),
        ),
      block(
        'aws_lb',
        {
          name: elbName(it, context),
          load_balancer_type: it.type,
          internal: it.type === 'gateway' ? undefined : it.scheme === 'internal',
          ip_address_type: it.ipAddressType,
          security_groups: groupsOf(it, design, 'default_security_group_id'),
          // that of an Application Load Balancer is always on
          enable_cross_zone_load_balancing: it.type === 'application' ? undefined : it.crossZone,
          enforce_security_group_inbound_rules_on_private_link_traffic: enforcement(it, design),
          subnets: isMapped ? undefined : nodes.map(({ subnet }) => ref(subnet.id)),
          subnet_mapping: isMapped
            ? nodes.map(({ subnet, privateIPv4Address, hasElasticIp }) =>
                nested({
                  subnet_id: ref(subnet.id),
                  allocation_id: hasElasticIp
                    ? ref(it.id, 'id', addressPart(subnet.id))
                    : undefined,
                  private_ipv4_address: privateIPv4Address,
                }),
              )
            : undefined,
          tags: strictTags(),
        },
        { dependsOn },
      ),
      ...listenerBlocks(it, context),
    ],
    outputs: [
      output(['dns name'], `DNS name of the load balancer ${it.name}.`, ref(it.id, 'dns_name')),
    ],
  }
}

function listenerBlocks(it: ResourceOf<'load-balancer'>, context: EmitContext): Emission['blocks'] {
  const { block } = context
  return plannedListeners(it, context).flatMap((listener) => [
    block(
      'aws_lb_listener',
      {
        load_balancer_arn: ref(it.id, 'arn'),
        // a Gateway Load Balancer takes everything, whatever its port
        ...(it.type === 'gateway'
          ? {}
          : { port: Number(listener.port), protocol: listener.protocol }),
        certificate_arn: listener.certificate,
        ssl_policy: listener.certificate ? sslPolicy : undefined,
        default_action: nested(actionBody(listener.defaultAction)),
      },
      {
        part: listenerPart(listener.port),
        words: [listener.port],
        onlyIf: listener.certificate,
      },
    ),
    ...listener.rules.map((rule) =>
      block(
        'aws_lb_listener_rule',
        {
          listener_arn: ref(it.id, 'arn', listenerPart(listener.port)),
          priority: Number(rule.priority),
          action: nested(actionBody(rule.action)),
          condition: [
            ...(rule.hostHeaders.length > 0
              ? [nested({ host_header: nested({ values: rule.hostHeaders }) })]
              : []),
            ...(rule.pathPatterns.length > 0
              ? [nested({ path_pattern: nested({ values: rule.pathPatterns }) })]
              : []),
          ],
        },
        {
          part: rulePart(listener.port, rule.priority),
          words: [listener.port, 'rule', rule.priority],
          onlyIf: listener.certificate,
        },
      ),
    ),
  ])
}

function actionBody(action: PlannedAction): Body {
  switch (action.type) {
    case 'forward': {
      const [first] = action.groups
      return isPlainForward(action) && first
        ? { type: 'forward', target_group_arn: ref(first.id, 'arn') }
        : {
            type: 'forward',
            forward: nested({
              target_group: action.groups.map(({ id, weight }) =>
                nested({ arn: ref(id, 'arn'), weight }),
              ),
            }),
          }
    }
    case 'redirect':
      return {
        type: 'redirect',
        redirect: nested({
          host: action.host,
          port: redirected.port,
          protocol: redirected.protocol,
          status_code: redirected.statusCode,
        }),
      }
    case 'fixed-response':
      return {
        type: 'fixed-response',
        fixed_response: nested({
          content_type: answered.contentType,
          status_code: answered.statusCode,
        }),
      }
    default:
      return assertNever(action)
  }
}
