import { number, part, parts, text, texts } from '../../../kinds/describe'
import { defaultGroupOf } from '../attributes'
import type { Book } from '../book'
import { isOn, tagsOf, type Item, type TypeReader, type Writing } from '../item'

/** These security groups; where none is named, the default one of the VPC. */
function guarding(
  groups: readonly string[],
  subnetId: string | undefined,
  book: Book,
): readonly string[] {
  const vpcId = text(book.find('Subnets', subnetId) ?? {}, 'VpcId')
  return groups.length > 0 || vpcId === null ? groups : [defaultGroupOf(vpcId)]
}

const lambda: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    const VpcConfig = part(properties, 'VpcConfig')
    // a function outside of VPCs is no part of their networks
    if (texts(VpcConfig, 'SubnetIds').length === 0) return
    book.put('Functions', id, place, {
      FunctionArn: id,
      FunctionName: text(properties, 'FunctionName') ?? it.logicalId,
      VpcConfig,
      Tags: parts(properties, 'Tags'),
    })
  },
}

/** Subnet groups of databases, which stand for themselves only until a database names them. */
const subnetGroup: TypeReader = {
  read: (it, { book }) =>
    book.put('DBSubnetGroups', it.ref, it.place, {
      DBSubnetGroupName: text(it.properties, 'DBSubnetGroupName'),
      SubnetIds: texts(it.properties, 'SubnetIds'),
      DoubtOf: it.id,
    }),
}

const database: TypeReader = {
  read: (it, { book, assume, lacks }) => {
    const { properties, id, place } = it
    const named = text(properties, 'DBSubnetGroupName')
    const found = book
      .all('DBSubnetGroups')
      .find(
        ([key, each]) => named !== null && (key === named || each['DBSubnetGroupName'] === named),
      )
    const Subnets = texts(found?.[1] ?? {}, 'SubnetIds').flatMap((SubnetIdentifier) => {
      const zone = text(book.find('Subnets', SubnetIdentifier) ?? {}, 'AvailabilityZone')
      return zone ? [{ SubnetIdentifier, SubnetAvailabilityZone: { Name: zone } }] : []
    })
    const doubt = book.doubtOf(text(found?.[1] ?? {}, 'DoubtOf') ?? '')
    if (doubt !== null) book.doubt(id, doubt)
    const zone = text(properties, 'AvailabilityZone') ?? Subnets[0]?.SubnetAvailabilityZone.Name
    if (Subnets.length === 0) {
      lacks(it, 'The subnets that it lies in are not among the files.')
      return
    }
    if (text(properties, 'AvailabilityZone') === null && zone)
      assume(it, `AWS chooses its Availability Zone; ${zone} stands for it.`)
    book.put('DBInstances', id, place, {
      DBInstanceArn: id,
      DBInstanceIdentifier: text(properties, 'DBInstanceIdentifier') ?? it.logicalId,
      AvailabilityZone: zone,
      DBSubnetGroup: { Subnets },
      VpcSecurityGroups: guarding(
        texts(properties, 'VPCSecurityGroups'),
        Subnets[0]?.SubnetIdentifier,
        book,
      ).map((VpcSecurityGroupId) => ({ VpcSecurityGroupId })),
      PubliclyAccessible: isOn(properties, 'PubliclyAccessible'),
      TagList: parts(properties, 'Tags'),
      Tags: parts(properties, 'Tags'),
    })
  },
}

const service: TypeReader = {
  read: (it, writing) => {
    const { properties, id, place } = it
    const configuration = part(part(properties, 'NetworkConfiguration'), 'AwsvpcConfiguration')
    const subnets = texts(configuration, 'Subnets')
    if (subnets.length === 0) {
      writing.assume(it, 'It has no network of its own: its tasks share that of their hosts.')
      for (const each of parts(properties, 'LoadBalancers'))
        writing.book.doubt(
          text(each, 'TargetGroupArn') ?? '',
          `which hosts run tasks of ${it.address}`,
        )
      return
    }
    writing.book.put('EcsServices', id, place, {
      serviceArn: id,
      serviceName: text(properties, 'ServiceName') ?? it.logicalId,
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets,
          securityGroups: guarding(
            texts(configuration, 'SecurityGroups'),
            subnets[0],
            writing.book,
          ),
          assignPublicIp: text(configuration, 'AssignPublicIp') ?? 'DISABLED',
        },
      },
      tags: tagsOf(it, text(properties, 'ServiceName')).map((tag) => ({
        key: text(tag, 'Key'),
        value: text(tag, 'Value'),
      })),
    })
    register(it, writing)
  },
}

/** Tasks of a service are registered with its target groups by themselves. */
function register(it: Item, { book, lacks }: Writing): void {
  for (const each of parts(it.properties, 'LoadBalancers')) {
    const group = text(each, 'TargetGroupArn')
    const Port = number(each, 'ContainerPort')
    const target = { Id: it.id, ...(Port !== null && { Port: String(Port) }) }
    if (!book.add('TargetGroups', group, 'Registered', target))
      lacks(it, `Its target group ${group ?? ''} is not among the files.`)
  }
}

export const workloadTypes: Readonly<Record<string, TypeReader>> = {
  'AWS::Lambda::Function': lambda,
  'AWS::RDS::DBSubnetGroup': subnetGroup,
  'AWS::RDS::DBInstance': database,
  'AWS::ECS::Service': service,
}
