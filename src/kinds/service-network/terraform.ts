import { nested, ref, type Value } from '../../iac/value'
import type { Block } from '../../iac/block'
import type { Emit, EmitContext } from '../emit'
import type { ResourceOf } from '../resource'
import { reportSharing, terraformSharing } from '../sharing'
import {
  joinPart,
  listenerPart,
  memberPart,
  networkPlan,
  nobodyAnswers,
  servicePart,
  targetsPart,
  type PlannedListener,
  type PlannedMember,
  type PlannedService,
  type PlannedTargets,
} from './plan'
import { guestsOf } from './sharing'

type Network = ResourceOf<'service-network'>

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpclattice_service_network */
export const terraform: Emit<'service-network'> = (network, context) => {
  const { design, block, output, strictTags } = context
  const { name, services } = networkPlan(network, context)
  const sharing = { principals: guestsOf(network, design), arn: ref(network.id, 'arn') }
  reportSharing(network, sharing, context)
  return {
    blocks: [
      block('aws_vpclattice_service_network', {
        name,
        auth_type: network.authType,
        tags: strictTags(),
      }),
      ...terraformSharing(network, sharing, context),
      ...services.flatMap((service) => serviceBlocks(network, service, context)),
    ],
    outputs: [
      output(['service network id'], `ID of the service network ${network.name}.`, ref(network.id)),
    ],
  }
}

function serviceBlocks(
  network: Network,
  service: PlannedService,
  context: EmitContext,
): readonly Block[] {
  const { block } = context
  const { called, domain } = service
  const own = ref(network.id, 'id', servicePart(called))
  return [
    block(
      'aws_vpclattice_service',
      { name: service.name, auth_type: service.authType, custom_domain_name: domain },
      { part: servicePart(called), words: [called], onlyIf: domain },
    ),
    block(
      'aws_vpclattice_service_network_service_association',
      { service_network_identifier: ref(network.id), service_identifier: own },
      { part: joinPart(called), words: [called], onlyIf: domain },
    ),
    ...service.listeners.flatMap((listener) => [
      ...(listener.targets
        ? targetBlocks(network, service, listener, listener.targets, context)
        : []),
      block(
        'aws_vpclattice_listener',
        {
          name: listener.name,
          service_identifier: own,
          protocol: listener.protocol,
          port: listener.port,
          default_action: nested(
            listener.targets
              ? {
                  forward: nested({
                    target_groups: nested({
                      target_group_identifier: ref(
                        network.id,
                        'id',
                        targetsPart(called, listener.port),
                      ),
                      weight: 100,
                    }),
                  }),
                }
              : { fixed_response: nested({ status_code: nobodyAnswers }) },
          ),
        },
        {
          part: listenerPart(called, listener.port),
          words: [called, String(listener.port)],
          onlyIf: domain,
        },
      ),
    ]),
  ]
}

function targetBlocks(
  network: Network,
  { called }: PlannedService,
  { port }: PlannedListener,
  targets: PlannedTargets,
  { block }: EmitContext,
): readonly Block[] {
  const part = targetsPart(called, port)
  const words = [called, String(port)]
  return [
    block(
      'aws_vpclattice_target_group',
      {
        name: targets.name,
        type: targets.type,
        config: nested({
          port: targets.port,
          protocol: targets.protocol,
          vpc_identifier: ref(targets.vpcId),
        }),
      },
      { part, words },
    ),
    ...targets.members.map((member) =>
      block(
        'aws_vpclattice_target_group_attachment',
        {
          target_group_identifier: ref(network.id, 'id', part),
          target: nested({ id: idOf(member), port: targets.port }),
        },
        { part: memberPart(called, port, member.key), words: [...words, ...member.words] },
      ),
    ),
  ]
}

const idOf = ({ what, id }: PlannedMember): Value => ({
  ...id,
  attribute: what === 'interface' ? 'private_ip' : 'arn',
})
