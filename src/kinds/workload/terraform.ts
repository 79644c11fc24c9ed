import { distinct } from '../../iac/names'
import { mapping, ref } from '../../iac/value'
import type { Emission, Emit, EmitContext } from '../emit'
import { attachedGateway } from '../internet-gateway/attached'
import type { ResourceOf } from '../resource'
import {
  addressPart,
  interfacePart,
  ownsInterfaces,
  plannedInterfaces,
  plannedNetworks,
  reportWorkload,
  termOf,
} from './plan'

const defaultGroup = 'default_security_group_id'

export const terraform: Emit<'workload'> = (workload, context) => {
  reportWorkload(workload, context)
  return ownsInterfaces(workload)
    ? networkOutputs(workload, context)
    : networkInterfaces(workload, context)
}

function networkOutputs(workload: ResourceOf<'workload'>, context: EmitContext): Emission {
  const { output } = context
  const term = termOf(workload)
  const networks = plannedNetworks(workload, context, defaultGroup)
  return {
    blocks: [],
    outputs: networks.flatMap(({ vpc, subnets, groups }) => {
      const words = networks.length > 1 ? [vpc.name] : []
      return [
        output(
          [...words, 'subnet ids'],
          `Subnets of the ${term} ${workload.name}.`,
          subnets.map((subnet) => ref(subnet.id)),
        ),
        output(
          [...words, 'security group ids'],
          `Security groups of the ${term} ${workload.name}.`,
          groups,
        ),
      ]
    }),
  }
}

function networkInterfaces(workload: ResourceOf<'workload'>, context: EmitContext): Emission {
  const { design, block, output, tags } = context
  const term = termOf(workload)
  const faces = plannedInterfaces(workload, context, defaultGroup)
  const names = distinct(
    faces.map(({ subnet }) => ({ key: subnet.id, name: subnet.name })),
    ' ',
  )
  return {
    blocks: faces.flatMap((face) => {
      const { place, subnet, privateIpAddress, hasElasticIp, groups } = face
      const gateway = attachedGateway(subnet.vpcId, design)
      return [
        block(
          'aws_network_interface',
          {
            subnet_id: ref(subnet.id),
            private_ips: privateIpAddress
              ? [privateIpAddress, ...face.secondaryPrivateIpAddresses]
              : undefined,
            source_dest_check: face.sourceDestCheck ? undefined : false,
            security_groups: groups,
            tags: tags(),
          },
          {
            part: interfacePart(subnet.id),
            place,
            words: [subnet.name],
            comment: [
              `To fill in: the ${term} ${workload.name}, attached to this network interface.`,
            ],
          },
        ),
        ...(hasElasticIp
          ? [
              block(
                'aws_eip',
                {
                  domain: 'vpc',
                  network_interface: ref(workload.id, 'id', interfacePart(subnet.id)),
                  tags: tags(),
                },
                {
                  part: addressPart(subnet.id),
                  place,
                  words: [subnet.name],
                  dependsOn: gateway ? [ref(gateway.id)] : [],
                },
              ),
            ]
          : []),
      ]
    }),
    outputs: [
      output(
        ['network interface ids'],
        `Network interfaces of the ${term} ${workload.name}, by subnet.`,
        mapping(
          faces.map(({ subnet }) => [
            names.get(subnet.id) ?? subnet.name,
            ref(workload.id, 'id', interfacePart(subnet.id)),
          ]),
        ),
      ),
    ],
  }
}
