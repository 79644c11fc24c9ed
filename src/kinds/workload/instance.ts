import { joined, nested, ref, type Reference, type Variable } from '../../iac/value'
import { subnetIdsOf, type Emission, type EmitContext } from '../emit'
import type { ResourceOf } from '../resource'
import { interfacePart } from './plan'

type Workload = ResourceOf<'workload'>

const instancePart = 'instance'
const furtherPart = (index: number) => `attachment ${index}`

/** An EC2 instance that is launched once somebody chose its image. */
export interface PlannedInstance {
  readonly image: Variable
  readonly type: Variable
  /** Its network interfaces, the primary one first. */
  readonly interfaces: readonly Reference[]
}

/**
 * The instance of a workload; null where AWS would not attach its interfaces, which have to lie in
 * one zone. Interfaces that are drawn by themselves come behind its own.
 */
export function plannedInstance(workload: Workload, context: EmitContext): PlannedInstance | null {
  const { design, input } = context
  const subnets = subnetIdsOf(workload).flatMap((id) => design.get(id) ?? [])
  const zones = new Set(
    subnets.map(({ vpcId, availabilityZone }) => `${vpcId} ${availabilityZone}`),
  )
  if (zones.size !== 1) return null
  const further = design.all('network-interface').filter(({ instanceId, subnetId }) => {
    const subnet = design.get(subnetId)
    return (
      instanceId === workload.id &&
      subnet !== undefined &&
      zones.has(`${subnet.vpcId} ${subnet.availabilityZone}`)
    )
  })
  return {
    image: input({
      words: ['ami id'],
      type: 'string',
      default: null,
      isToSet: true,
      description: `ID of the Amazon Machine Image of ${workload.name}; without one it is not launched.`,
      pattern: 'ami-[0-9a-f]+',
      says: 'An ID that starts with ami-.',
    }),
    type: input({
      words: ['instance type'],
      type: 'string',
      default: 't3.micro',
      description: `Instance type of ${workload.name}.`,
      pattern: '[a-z0-9-]+[.][a-z0-9-]+',
      says: 'An instance type, such as t3.micro.',
    }),
    interfaces: [
      ...subnets.map(({ id }) => ref(workload.id, 'id', interfacePart(id))),
      ...further.map(({ id }) => ref(id)),
    ],
  }
}

export function terraformInstance(
  { interfaces, image, type }: PlannedInstance,
  workload: Workload,
  { block, tags }: EmitContext,
): Emission['blocks'] {
  const [primary, ...further] = interfaces
  return [
    block(
      'aws_instance',
      {
        ami: image,
        instance_type: type,
        primary_network_interface: primary && nested({ network_interface_id: primary }),
        metadata_options: nested({ http_tokens: 'required' }),
        tags: tags(),
      },
      {
        part: instancePart,
        onlyIf: image,
        comment: [`To fill in: what ${workload.name} runs, its storage and its permissions.`],
      },
    ),
    ...further.map((face, index) =>
      block(
        'aws_network_interface_attachment',
        {
          instance_id: ref(workload.id, 'id', instancePart),
          network_interface_id: face,
          device_index: index + 1,
        },
        { part: furtherPart(index + 1), words: [String(index + 1)], onlyIf: image },
      ),
    ),
  ]
}

export function cloudformationInstance(
  { interfaces, image, type }: PlannedInstance,
  _workload: Workload,
  { block, tags }: EmitContext,
): Emission['blocks'] {
  return [
    block(
      'AWS::EC2::Instance',
      {
        // the parameter type of AWS for images cannot stay empty, so that it is a plain text
        ImageId: joined(image),
        InstanceType: type,
        NetworkInterfaces: interfaces.map((face, index) =>
          nested({ DeviceIndex: String(index), NetworkInterfaceId: face }),
        ),
        MetadataOptions: nested({ HttpTokens: 'required' }),
        Tags: tags(),
      },
      { part: instancePart, onlyIf: image },
    ),
  ]
}
