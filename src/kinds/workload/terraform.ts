import { assertNever } from '../../base/invariant'
import { distinct } from '../../iac/names'
import { mapping, ref } from '../../iac/value'
import type { Emission, Emit, EmitContext } from '../emit'
import { gatewayOfFace, terraformFace } from '../network-interface/face'
import type { ResourceOf } from '../resource'
import { terraformDatabase } from './db-instance'
import { terraformService } from './ecs-service'
import { terraformInstance } from './instance'
import { terraformFunction } from './lambda-function'
import { terraformNodes } from './node-group'
import { hintFor, runningOf, type Running } from './running'
import {
  addressPart,
  interfacePart,
  ownsInterfaces,
  plannedInterfaces,
  plannedNetworks,
  reportWorkload,
  termOf,
} from './plan'

export const terraform: Emit<'workload'> = (workload, context) => {
  const running = runningOf(workload, context, 'terraform')
  reportWorkload(workload, running, hintFor(workload, running), context, 'terraform')
  const network = ownsInterfaces(workload)
    ? networkOutputs(workload, context)
    : networkInterfaces(workload, context)
  return { ...network, blocks: [...network.blocks, ...runningBlocks(running, workload, context)] }
}

/** What runs there, as far as the design knows it. */
function runningBlocks(
  running: Running,
  workload: ResourceOf<'workload'>,
  context: EmitContext,
): Emission['blocks'] {
  switch (running.type) {
    case 'instance':
      return terraformInstance(running.plan, workload, context)
    case 'service':
      return terraformService(running.plan, workload, context)
    case 'function':
      return terraformFunction(running.plan, workload, context)
    case 'database':
      return terraformDatabase(running.plan, workload, context)
    case 'nodes':
      return terraformNodes(running.plan, workload, context)
    case 'nothing':
      return []
    default:
      return assertNever(running)
  }
}

function networkOutputs(workload: ResourceOf<'workload'>, context: EmitContext): Emission {
  const { output } = context
  const term = termOf(workload)
  const networks = plannedNetworks(workload, context, 'terraform')
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
  const { block, output, tags } = context
  const term = termOf(workload)
  const faces = plannedInterfaces(workload, context, 'terraform')
  const names = distinct(
    faces.map(({ subnet }) => ({ key: subnet.id, name: subnet.name })),
    ' ',
  )
  return {
    blocks: faces.flatMap((face) => {
      const { place, subnet, hasElasticIp } = face
      return [
        block(
          'aws_network_interface',
          {
            ...terraformFace(face),
            tags: tags(),
          },
          {
            part: interfacePart(subnet.id),
            place,
            words: [subnet.name],
            dependsOn: face.waits,
            comment:
              workload.workloadType === 'generic'
                ? [`To fill in: ${workload.name}, attached to this network interface.`]
                : [],
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
                  dependsOn: gatewayOfFace(face, context, 'terraform'),
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
