import { nested, ref, type Value } from '../../iac/value'
import type { Block } from '../../iac/block'
import type { Emit, EmitContext } from '../emit'
import type { ResourceOf } from '../resource'
import { cloudformationSharing, reportSharing } from '../sharing'
import {
  joinPart,
  listenerPart,
  networkPlan,
  nobodyAnswers,
  servicePart,
  targetsPart,
  type PlannedMember,
  type PlannedService,
  type PlannedTargets,
} from './plan'
import { guestsOf } from './sharing'

type Network = ResourceOf<'service-network'>

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-vpclattice-servicenetwork.html */
export const cloudformation: Emit<'service-network'> = (network, context) => {
  const { design, block, output, strictTags } = context
  const { name, services } = networkPlan(network, context)
  const sharing = { principals: guestsOf(network, design), arn: ref(network.id) }
  reportSharing(network, sharing, context)
  return {
    blocks: [
      block('AWS::VpcLattice::ServiceNetwork', {
        Name: name,
        AuthType: network.authType,
        Tags: strictTags(),
      }),
      ...cloudformationSharing(network, sharing, context),
      ...services.flatMap((service) => serviceBlocks(network, service, context)),
    ],
    outputs: [
      output(
        ['service network arn'],
        `ARN of the service network ${network.name}.`,
        ref(network.id),
      ),
    ],
  }
}

function serviceBlocks(
  network: Network,
  service: PlannedService,
  { block }: EmitContext,
): readonly Block[] {
  const { called, domain } = service
  const own = ref(network.id, 'id', servicePart(called))
  const targetGroup = (targets: PlannedTargets, port: number) =>
    block(
      'AWS::VpcLattice::TargetGroup',
      {
        Name: targets.name,
        Type: targets.type,
        Config: nested({
          Port: targets.port,
          Protocol: targets.protocol,
          VpcIdentifier: ref(targets.vpcId),
        }),
        Targets:
          targets.members.length > 0
            ? targets.members.map((member) => nested({ Id: idOf(member), Port: targets.port }))
            : undefined,
      },
      { part: targetsPart(called, port), words: [called, String(port)] },
    )
  return [
    block(
      'AWS::VpcLattice::Service',
      { Name: service.name, AuthType: service.authType, CustomDomainName: domain },
      { part: servicePart(called), words: [called], onlyIf: domain },
    ),
    block(
      'AWS::VpcLattice::ServiceNetworkServiceAssociation',
      { ServiceNetworkIdentifier: ref(network.id), ServiceIdentifier: own },
      { part: joinPart(called), words: [called], onlyIf: domain },
    ),
    ...service.listeners.flatMap(({ name, protocol, port, targets }) => [
      ...(targets ? [targetGroup(targets, port)] : []),
      block(
        'AWS::VpcLattice::Listener',
        {
          Name: name,
          ServiceIdentifier: own,
          Protocol: protocol,
          Port: port,
          DefaultAction: nested(
            targets
              ? {
                  Forward: nested({
                    TargetGroups: [
                      nested({
                        TargetGroupIdentifier: ref(network.id, 'id', targetsPart(called, port)),
                        Weight: 100,
                      }),
                    ],
                  }),
                }
              : { FixedResponse: nested({ StatusCode: nobodyAnswers }) },
          ),
        },
        {
          part: listenerPart(called, port),
          words: [called, String(port)],
          onlyIf: domain,
        },
      ),
    ]),
  ]
}

const idOf = ({ what, id }: PlannedMember): Value =>
  what === 'interface' ? { ...id, attribute: 'PrimaryPrivateIpAddress' } : id
