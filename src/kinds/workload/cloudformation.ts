import { assertNever } from '../../base/invariant'
import { ref, type Reference, type Value } from '../../iac/value'
import type { Emission, Emit, EmitContext } from '../emit'
import { cloudformationFace, gatewayOfFace } from '../network-interface/face'
import type { ResourceOf } from '../resource'
import { cloudformationDatabase } from './db-instance'
import { cloudformationService } from './ecs-service'
import { cloudformationInstance } from './instance'
import { cloudformationFunction } from './lambda-function'
import { cloudformationNodes } from './node-group'
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

export const cloudformation: Emit<'workload'> = (workload, context) => {
  const running = runningOf(workload, context, 'cloudformation')
  reportWorkload(workload, running, hintFor(workload, running), context, 'cloudformation')
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
      return cloudformationInstance(running.plan, workload, context)
    case 'service':
      return cloudformationService(running.plan, workload, context)
    case 'function':
      return cloudformationFunction(running.plan, workload, context)
    case 'database':
      return cloudformationDatabase(running.plan, workload, context)
    case 'nodes':
      return cloudformationNodes(running.plan, workload, context)
    case 'nothing':
      return []
    default:
      return assertNever(running)
  }
}

/** An output is one text: IDs are listed with commas, as parameters of type list take them. */
function list(references: readonly Reference[]): Value {
  const [first] = references
  if (first && references.length === 1) return first
  return {
    is: 'joined',
    parts: references.flatMap((it, index) => (index === 0 ? [it] : [',', it])),
  }
}

function networkOutputs(workload: ResourceOf<'workload'>, context: EmitContext): Emission {
  const { output } = context
  const term = termOf(workload)
  const networks = plannedNetworks(workload, context, 'cloudformation')
  return {
    blocks: [],
    outputs: networks.flatMap(({ vpc, subnets, groups }) => {
      const words = networks.length > 1 ? [vpc.name] : []
      return [
        output(
          [...words, 'subnet ids'],
          `Subnets of the ${term} ${workload.name}.`,
          list(subnets.map((subnet) => ref(subnet.id))),
          vpc,
        ),
        output(
          [...words, 'security group ids'],
          `Security groups of the ${term} ${workload.name}.`,
          list(groups),
          vpc,
        ),
      ]
    }),
  }
}

function networkInterfaces(workload: ResourceOf<'workload'>, context: EmitContext): Emission {
  const { block, output, tags } = context
  const term = termOf(workload)
  const faces = plannedInterfaces(workload, context, 'cloudformation')
  const blocks = faces.flatMap((planned) => {
    const { place, subnet, hasElasticIp } = planned
    const face = ref(workload.id, 'id', interfacePart(subnet.id))
    return [
      block(
        'AWS::EC2::NetworkInterface',
        { ...cloudformationFace(planned), Tags: tags() },
        {
          part: interfacePart(subnet.id),
          place,
          words: [subnet.name],
          dependsOn: planned.waits,
        },
      ),
      ...(hasElasticIp
        ? [
            block(
              'AWS::EC2::EIP',
              { Domain: 'vpc', Tags: tags() },
              {
                part: addressPart(subnet.id),
                place,
                words: [subnet.name],
                dependsOn: gatewayOfFace(planned, context, 'cloudformation'),
              },
            ),
            block(
              'AWS::EC2::EIPAssociation',
              {
                AllocationId: ref(workload.id, 'AllocationId', addressPart(subnet.id)),
                NetworkInterfaceId: face,
              },
              { part: `association ${subnet.id}`, place, words: [subnet.name] },
            ),
          ]
        : []),
    ]
  })
  return {
    blocks,
    outputs: faces.map(({ place, subnet }) =>
      output(
        [subnet.name, 'network interface id'],
        `Network interface of the ${term} ${workload.name} in ${subnet.name}.`,
        ref(workload.id, 'id', interfacePart(subnet.id)),
        place,
      ),
    ),
  }
}
