import { part, parts, text, texts, type Raw } from '../../../kinds/describe'
import type { Book } from '../book'
import { madeUpId } from '../ids'
import type { Item, TypeReader } from '../item'
import { addressTypes } from './addresses'
import { launched, launchTemplates } from './launched'

/** What instances are launched from; it stands for itself only until one is. */
const launchTemplate: TypeReader = {
  read: ({ properties, id, place }, { book }) =>
    book.put(launchTemplates, id, place, {
      LaunchTemplateName: text(properties, 'LaunchTemplateName'),
      Data: part(properties, 'LaunchTemplateData'),
      DoubtOf: id,
    }),
}

const launchConfiguration: TypeReader = {
  read: ({ properties, ref, id, place }, { book }) => {
    const isPublic = text(properties, 'AssociatePublicIpAddress')
    const groups = texts(properties, 'SecurityGroups')
    book.put(launchTemplates, ref, place, {
      Data: {
        NetworkInterfaces: [
          { DeviceIndex: '0', Groups: groups, AssociatePublicIpAddress: isPublic ?? undefined },
        ],
      },
      DoubtOf: id,
    })
  },
}

const subnetsOf = ({ properties }: Item): readonly string[] => [
  ...new Set(texts(properties, 'VPCZoneIdentifier')),
]

const instanceIn = ({ address }: Item, subnetId: string): string =>
  madeUpId('i', `${address} ${subnetId}`)

/** The IDs of the instances that stand for a group, with what each is known by. */
export const instancesOf = (group: Item): readonly (readonly [string, string])[] =>
  subnetsOf(group).map((subnetId, index) => [
    instanceIn(group, subnetId),
    `${group.address}/instance ${index + 1}`,
  ])

/**
 * How many instances run, and in which of the subnets, Auto Scaling decides later: one in each of them
 * stands for all.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html
 */
const autoScalingGroup: TypeReader = {
  partOf: (it) => instancesOf(it).map(([id]) => id),
  read: (it, writing) => {
    const { book, assume, lacks } = writing
    const { properties } = it
    const subnetIds = subnetsOf(it)
    if (subnetIds.length === 0) {
      lacks(it, 'It names no subnet among the files, so where its instances run is missing.')
      for (const group of texts(properties, 'TargetGroupARNs'))
        book.doubt(group, `where the instances of ${it.address} run`)
      return
    }
    assume(it, 'Auto Scaling decides how many instances run: one in each subnet stands for them.')
    const tags = parts(properties, 'Tags').filter((each) => text(each, 'Key') !== 'Name')
    for (const [index, SubnetId] of subnetIds.entries()) {
      const id = instanceIn(it, SubnetId)
      const name = subnetIds.length === 1 ? it.logicalId : `${it.logicalId} ${index + 1}`
      const own = { SubnetId, Tags: tags, LaunchTemplate: launchOf(properties, book) }
      addressTypes['AWS::EC2::Instance']?.read(
        { ...it, id, logicalId: name, properties: own },
        writing,
      )
      for (const group of texts(properties, 'TargetGroupARNs'))
        if (!book.add('TargetGroups', group, 'Registered', { Id: id }))
          lacks(it, `Its target group ${group} is not among the files.`)
    }
  },
}

/** What the instances of a group are launched from, as an instance names it. */
function launchOf(group: Raw, book: Book): Raw {
  const configuration = text(group, 'LaunchConfigurationName')
  if (configuration !== null) return { LaunchTemplateId: configuration }
  const mixed = part(part(group, 'MixedInstancesPolicy'), 'LaunchTemplate')
  const overrides = parts(mixed, 'Overrides').map((it) => part(it, 'LaunchTemplateSpecification'))
  const [first, ...others] = [part(mixed, 'LaunchTemplateSpecification'), ...overrides].filter(
    (it) => Object.keys(it).length > 0,
  )
  // which of several is taken is known only once an instance runs
  const isOne = others.every((it) => launched(it, book) === launched(first ?? {}, book))
  return first ? (isOne ? first : {}) : part(group, 'LaunchTemplate')
}

/** Before the instances that are launched from them. */
export const launchTypes: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::LaunchTemplate': launchTemplate,
  'AWS::AutoScaling::LaunchConfiguration': launchConfiguration,
}

export const launchParts: Readonly<Record<string, TypeReader>> = {
  'AWS::AutoScaling::AutoScalingGroup': autoScalingGroup,
}
