import { parts, text, texts, type Raw } from '../../../kinds/describe'
import { isOn, picked, tagsOf, type Item, type TypeReader, type Writing } from '../item'

const endpoint: TypeReader = {
  read: (it, { book }) => {
    const { properties, id, place } = it
    const tags = parts(properties, 'TagSpecifications').flatMap((each) => parts(each, 'Tags'))
    book.put('ClientVpnEndpoints', id, place, {
      ClientVpnEndpointId: id,
      ...picked(properties, 'ClientCidrBlock', 'VpcId'),
      SecurityGroupIds: texts(properties, 'SecurityGroupIds'),
      SplitTunnel: isOn(properties, 'SplitTunnel'),
      Status: { Code: 'pending-associate' },
      Tags: tagsOf({ ...it, properties: { Tags: tags } }),
    })
    // asked for, though it may have none
    for (const list of ['ClientVpnTargetNetworks', 'AuthorizationRules', 'ClientVpnRoutes'])
      book.answer(place, { ClientVpnEndpointId: id, [list]: [] })
  },
}

const partOf: NonNullable<TypeReader['partOf']> = ({ properties }) => [
  text(properties, 'ClientVpnEndpointId'),
]

/** Adds a row to one of the lists of the endpoint that a part belongs to. */
function add(it: Item, list: string, row: Raw, { book, lacks }: Writing): void {
  const ClientVpnEndpointId = text(it.properties, 'ClientVpnEndpointId')
  if (book.find('ClientVpnEndpoints', ClientVpnEndpointId))
    book.answer(it.place, { ClientVpnEndpointId, [list]: [{ ClientVpnEndpointId, ...row }] })
  else lacks(it, 'Its Client VPN endpoint is not among the files.')
}

const association: TypeReader = {
  partOf,
  read: (it, writing) => {
    const { book } = writing
    const TargetNetworkId = text(it.properties, 'SubnetId')
    const VpcId = text(book.find('Subnets', TargetNetworkId) ?? {}, 'VpcId')
    const of = book.find('ClientVpnEndpoints', text(it.properties, 'ClientVpnEndpointId'))
    // its first target network makes it available
    if (of) of['Status'] = { Code: 'available' }
    const row = { TargetNetworkId, VpcId, Status: { Code: 'associated' } }
    add(it, 'ClientVpnTargetNetworks', row, writing)
  },
}

const rule: TypeReader = {
  partOf,
  read: (it, writing) => {
    const { properties } = it
    const row = {
      DestinationCidr: text(properties, 'TargetNetworkCidr'),
      AccessAll: isOn(properties, 'AuthorizeAllGroups'),
      GroupId: text(properties, 'AccessGroupId'),
      Status: { Code: 'active' },
    }
    add(it, 'AuthorizationRules', row, writing)
  },
}

const route: TypeReader = {
  partOf,
  read: (it, writing) => {
    const { properties } = it
    const row = {
      DestinationCidr: text(properties, 'DestinationCidrBlock'),
      TargetSubnet: text(properties, 'TargetVpcSubnetId'),
      Origin: 'add-route',
      Status: { Code: 'active' },
    }
    add(it, 'ClientVpnRoutes', row, writing)
  },
}

export const clientVpnTypes: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::ClientVpnEndpoint': endpoint,
}

export const clientVpnParts: Readonly<Record<string, TypeReader>> = {
  'AWS::EC2::ClientVpnTargetNetworkAssociation': association,
  'AWS::EC2::ClientVpnAuthorizationRule': rule,
  'AWS::EC2::ClientVpnRoute': route,
}
