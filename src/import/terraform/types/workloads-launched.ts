import { parts, text, texts, type Raw } from '../../../kinds/describe'
import { picked, type TypeReader } from '../../cloudformation/item'
import { instancesOf, launchParts as known } from '../../cloudformation/types/launches'
import type { Words } from '../written'
import { register } from './balancing'
import { only } from './workloads'

/** Terraform names a template by its ID or its name, in more than one way. */
export const launchTemplateIn = (it: Raw): Raw => ({
  LaunchTemplateId: text(it, 'Id') ?? text(it, 'LaunchTemplateId'),
  LaunchTemplateName: text(it, 'Name') ?? text(it, 'LaunchTemplateName'),
})

/** A template that is not named has a name that AWS alone knows: its ID stands for it. */
const launchTemplate: Words = (it, id) => [
  {
    type: 'AWS::EC2::LaunchTemplate',
    properties: {
      LaunchTemplateName: text(it, 'Name') ?? id,
      LaunchTemplateData: {
        ...(texts(it, 'VpcSecurityGroupIds').length > 0 && {
          SecurityGroupIds: texts(it, 'VpcSecurityGroupIds'),
        }),
        NetworkInterfaces: parts(it, 'NetworkInterfaces').map((each) => ({
          ...picked(each, 'AssociatePublicIpAddress', 'DeviceIndex', 'SubnetId'),
          ...picked(each, 'NetworkInterfaceId', 'PrivateIpAddress', 'Ipv6AddressCount'),
          Groups: texts(each, 'SecurityGroups'),
          Ipv6Addresses: texts(each, 'Ipv6Addresses').map((Ipv6Address) => ({ Ipv6Address })),
        })),
      },
    },
  },
]

const launchConfiguration: Words = (it) => [
  {
    type: 'AWS::AutoScaling::LaunchConfiguration',
    properties: picked(it, 'SecurityGroups', 'AssociatePublicIpAddress'),
  },
]

/** Target groups among sources of traffic: others are Classic Load Balancers and VPC Lattice. */
const sources = (it: Raw): readonly string[] =>
  parts(it, 'TrafficSource')
    .map((each) => text(each, 'Identifier'))
    .filter((each) => each !== null && each.includes(':targetgroup/'))
    .flatMap((each) => each ?? [])

const scaling = 'aws_autoscaling_group'

const group: Words = (it) => {
  const mixed = only(only(it, 'MixedInstancesPolicy'), 'LaunchTemplate')
  const policy = {
    LaunchTemplate: {
      LaunchTemplateSpecification: launchTemplateIn(only(mixed, 'LaunchTemplateSpecification')),
      Overrides: parts(mixed, 'Override').flatMap((each) => {
        const own = parts(each, 'LaunchTemplateSpecification').map(launchTemplateIn)
        return own.map((LaunchTemplateSpecification) => ({ LaunchTemplateSpecification }))
      }),
    },
  }
  return [
    {
      type: scaling,
      properties: {
        ...picked(it, 'Name'),
        VPCZoneIdentifier: texts(it, 'VpcZoneIdentifier'),
        TargetGroupARNs: [...new Set([...texts(it, 'TargetGroupArns'), ...sources(it)])],
        LaunchConfigurationName: text(it, 'LaunchConfiguration'),
        ...(parts(it, 'LaunchTemplate').length > 0 && {
          LaunchTemplate: launchTemplateIn(only(it, 'LaunchTemplate')),
        }),
        ...(parts(it, 'MixedInstancesPolicy').length > 0 && { MixedInstancesPolicy: policy }),
        Tags: parts(it, 'Tag'),
      },
    },
  ]
}

/** Which instances stand for a group; AWS answers no list of that name. */
export const scalingGroups = 'instances of groups'

const autoScalingGroup: TypeReader = {
  // where its instances run, and whether they are known at all, is what its target groups hold
  partOf: (it) => [
    ...instancesOf(it).map(([id]) => id),
    ...texts(it.properties, 'TargetGroupARNs'),
  ],
  read: (it, writing) => {
    known['AWS::AutoScaling::AutoScalingGroup']?.read(it, writing)
    const ids = instancesOf(it).map(([id]) => id)
    const Name = text(it.properties, 'Name')
    writing.book.put(scalingGroups, it.id, it.place, { Name, ids })
  },
}

/** The instances of a group are registered apart from it; a state tells that with the group as well. */
const attachment: TypeReader = {
  partOf: ({ properties }) => targetsOf(properties),
  read: (it, { book, lacks }) => {
    const named = text(it.properties, 'AutoscalingGroupName')
    const found = book
      .all(scalingGroups)
      .find(([id, each]) => named !== null && [id, each['Name']].includes(named))
    if (!found) lacks(it, `Its Auto Scaling group ${named ?? ''} is not among the files.`)
    const targets = targetsOf(it.properties)
    if (targets.length === 0) lacks(it, 'What it registers the instances with is not understood.')
    for (const arn of targets) {
      if (!found) book.doubt(arn, `the instances of ${named ?? 'the group of'} ${it.address}`)
      for (const Id of texts(found?.[1] ?? {}, 'ids'))
        if (!register(arn, { Id }, book))
          lacks(it, `Its target group ${arn} is not among the files.`)
    }
  },
}

const targetsOf = (it: Raw): readonly string[] => [
  ...new Set(
    [text(it, 'LbTargetGroupArn'), text(it, 'AlbTargetGroupArn'), ...sources(it)].flatMap(
      (each) => each ?? [],
    ),
  ),
]

/** Types whose meaning is that of a type of CloudFormation. */
export const launchWords: Readonly<Record<string, Words>> = {
  aws_autoscaling_group: group,
  aws_launch_configuration: launchConfiguration,
  aws_launch_template: launchTemplate,
}

export const launchParts: Readonly<Record<string, TypeReader>> = {
  [scaling]: autoScalingGroup,
  aws_autoscaling_attachment: attachment,
  aws_autoscaling_traffic_source_attachment: attachment,
}

/** The attributes that say something of the network; images, sizes and policies do not. */
export const launchTells: Readonly<Record<string, readonly string[]>> = {
  aws_autoscaling_group: [
    'launch_configuration',
    'launch_template',
    'mixed_instances_policy',
    'target_group_arns',
    'traffic_source',
    'vpc_zone_identifier',
  ],
  aws_launch_configuration: ['associate_public_ip_address', 'security_groups'],
  aws_launch_template: ['network_interfaces', 'security_group_names', 'vpc_security_group_ids'],
}
