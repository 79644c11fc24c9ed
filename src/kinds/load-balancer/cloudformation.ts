import { assertNever } from '../../base/invariant'
import { nested, ref, type Nested } from '../../iac/value'
import type { Emission, Emit, EmitContext } from '../emit'
import { elbName } from '../elb-name'
import { attachedGateway } from '../internet-gateway/attached'
import { attachmentPart } from '../internet-gateway/cloudformation'
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

export const cloudformation: Emit<'load-balancer'> = (it, context) => {
  const { design, block, output, strictTags, tags } = context
  reportLoadBalancer(it, context)
  if (!isLoadBalancerWritten(it, design)) return { blocks: [], outputs: [] }
  const nodes = plannedNodes(it, design)
  const isMapped = areNodesMapped(nodes)
  const gateway = facesInternet(it) ? attachedGateway(it.vpcId, design) : undefined
  const dependsOn = gateway ? [ref(gateway.id, 'id', attachmentPart)] : []
  return {
    blocks: [
      ...nodes
        .filter(({ hasElasticIp }) => hasElasticIp)
        .map(({ subnet }) =>
          block(
            'AWS::EC2::EIP',
            { Domain: 'vpc', Tags: tags() },
            { part: addressPart(subnet.id), words: [subnet.name], dependsOn },
          ),
        ),
      block(
        'AWS::ElasticLoadBalancingV2::LoadBalancer',
        {
          Name: elbName(it, context),
          Type: it.type,
          Scheme: it.type === 'gateway' ? undefined : it.scheme,
          IpAddressType: it.ipAddressType,
          SecurityGroups: groupsOf(it, design, 'DefaultSecurityGroup'),
          Subnets: isMapped ? undefined : nodes.map(({ subnet }) => ref(subnet.id)),
          SubnetMappings: isMapped
            ? nodes.map(({ subnet, privateIPv4Address, hasElasticIp }) =>
                nested({
                  SubnetId: ref(subnet.id),
                  AllocationId: hasElasticIp
                    ? ref(it.id, 'AllocationId', addressPart(subnet.id))
                    : undefined,
                  PrivateIPv4Address: privateIPv4Address,
                }),
              )
            : undefined,
          // that of an Application Load Balancer is always on
          LoadBalancerAttributes:
            it.type === 'application'
              ? undefined
              : [nested({ Key: 'load_balancing.cross_zone.enabled', Value: String(it.crossZone) })],
          EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: enforcement(it, design),
          Tags: strictTags(),
        },
        { dependsOn },
      ),
      ...listenerBlocks(it, context),
    ],
    outputs: [
      output(['dns name'], `DNS name of the load balancer ${it.name}.`, ref(it.id, 'DNSName')),
    ],
  }
}

function listenerBlocks(it: ResourceOf<'load-balancer'>, context: EmitContext): Emission['blocks'] {
  const { block } = context
  return plannedListeners(it, context).flatMap((listener) => [
    block(
      'AWS::ElasticLoadBalancingV2::Listener',
      {
        LoadBalancerArn: ref(it.id),
        // a Gateway Load Balancer takes everything, whatever its port
        ...(it.type === 'gateway'
          ? {}
          : { Port: Number(listener.port), Protocol: listener.protocol }),
        Certificates: listener.certificate
          ? [nested({ CertificateArn: listener.certificate })]
          : undefined,
        SslPolicy: listener.certificate ? sslPolicy : undefined,
        DefaultActions: [actionOf(listener.defaultAction)],
      },
      {
        part: listenerPart(listener.port),
        words: [listener.port],
        onlyIf: listener.certificate,
      },
    ),
    ...listener.rules.map((rule) =>
      block(
        'AWS::ElasticLoadBalancingV2::ListenerRule',
        {
          ListenerArn: ref(it.id, 'id', listenerPart(listener.port)),
          Priority: Number(rule.priority),
          Conditions: [
            ...(rule.hostHeaders.length > 0
              ? [
                  nested({
                    Field: 'host-header',
                    HostHeaderConfig: nested({ Values: rule.hostHeaders }),
                  }),
                ]
              : []),
            ...(rule.pathPatterns.length > 0
              ? [
                  nested({
                    Field: 'path-pattern',
                    PathPatternConfig: nested({ Values: rule.pathPatterns }),
                  }),
                ]
              : []),
          ],
          Actions: [actionOf(rule.action)],
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

function actionOf(action: PlannedAction): Nested {
  switch (action.type) {
    case 'forward': {
      const [first] = action.groups
      return isPlainForward(action) && first
        ? nested({ Type: 'forward', TargetGroupArn: ref(first.id) })
        : nested({
            Type: 'forward',
            ForwardConfig: nested({
              TargetGroups: action.groups.map(({ id, weight }) =>
                nested({ TargetGroupArn: ref(id), Weight: weight }),
              ),
            }),
          })
    }
    case 'redirect':
      return nested({
        Type: 'redirect',
        RedirectConfig: nested({
          Host: action.host,
          Port: redirected.port,
          Protocol: redirected.protocol,
          StatusCode: redirected.statusCode,
        }),
      })
    case 'fixed-response':
      return nested({
        Type: 'fixed-response',
        FixedResponseConfig: nested({
          ContentType: answered.contentType,
          StatusCode: answered.statusCode,
        }),
      })
    default:
      return assertNever(action)
  }
}
