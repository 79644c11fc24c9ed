import { number, part, text, texts } from '../../../kinds/describe'
import { tagsOf, type TypeReader } from '../item'
import { latticeLists } from './lattice-services'

const network: TypeReader = {
  read: (it, { book }) =>
    book.put('ServiceNetworks', it.id, it.place, {
      id: it.id,
      authType: text(it.properties, 'AuthType') ?? 'NONE',
      tags: tagsOf(it, text(it.properties, 'Name')),
    }),
}

const service: TypeReader = {
  read: ({ properties, id, place, logicalId }, { book }) =>
    book.put(latticeLists.services, id, place, {
      serviceName: (text(properties, 'Name') ?? logicalId).slice(0, 63),
      authType: text(properties, 'AuthType') ?? 'NONE',
    }),
}

const targetGroup: TypeReader = {
  read: ({ properties, id, place }, { book }) =>
    book.put(latticeLists.groups, id, place, {
      Type: text(properties, 'Type'),
      Port: number(part(properties, 'Config'), 'Port'),
      Targets: properties['Targets'] ?? [],
    }),
}

const usualPorts: Readonly<Record<string, number>> = { HTTP: 80 }

const listener: TypeReader = {
  read: ({ properties, id, place }, { book }) => {
    const protocol = text(properties, 'Protocol') ?? 'HTTPS'
    book.put(latticeLists.listeners, id, place, {
      Service: text(properties, 'ServiceIdentifier'),
      protocol,
      port: number(properties, 'Port') ?? usualPorts[protocol] ?? 443,
      DefaultAction: part(properties, 'DefaultAction'),
    })
  },
}

const rule: TypeReader = {
  read: ({ properties, id, place, address }, { book }) =>
    book.put(latticeLists.rules, id, place, {
      Service: text(properties, 'ServiceIdentifier'),
      address,
    }),
}

const join: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'ServiceNetworkIdentifier')],
  read: (it, { book, lacks }) => {
    const Network = text(it.properties, 'ServiceNetworkIdentifier')
    const Service = text(it.properties, 'ServiceIdentifier')
    if (book.find('ServiceNetworks', Network))
      book.put(latticeLists.joins, it.id, it.place, { Network, Service })
    else lacks(it, 'Its service network is not among the files.')
  },
}

const association: TypeReader = {
  read: (it, { book }) =>
    book.put('ServiceNetworkVpcAssociations', it.id, it.place, {
      id: it.id,
      vpcId: text(it.properties, 'VpcIdentifier'),
      serviceNetworkId: text(it.properties, 'ServiceNetworkIdentifier'),
      securityGroupIds: texts(it.properties, 'SecurityGroupIds'),
      tags: tagsOf(it),
    }),
}

export const latticeTypes: Readonly<Record<string, TypeReader>> = {
  'AWS::VpcLattice::ServiceNetwork': network,
  'AWS::VpcLattice::Service': service,
  'AWS::VpcLattice::TargetGroup': targetGroup,
  'AWS::VpcLattice::Listener': listener,
  'AWS::VpcLattice::Rule': rule,
}

export const latticeParts: Readonly<Record<string, TypeReader>> = {
  'AWS::VpcLattice::ServiceNetworkServiceAssociation': join,
  'AWS::VpcLattice::ServiceNetworkVpcAssociation': association,
}
