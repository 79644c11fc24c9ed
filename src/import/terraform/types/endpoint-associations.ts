import { parts, text, texts } from '../../../kinds/describe'
import { defaultGroupOf } from '../../cloudformation/attributes'
import { isOn, type Item, type TypeReader } from '../../cloudformation/item'

/**
 * What an endpoint is given apart from it. A plan tells it only here, and so does a state that is just
 * applied: what it tells with the endpoint is from before, and is brought up to date by a refresh.
 */
const association = (give: (made: Record<string, unknown>, it: Item) => void): TypeReader => ({
  partOf: ({ properties }) => [text(properties, 'VpcEndpointId')],
  read: (it, { book, lacks }) => {
    const made = book.find('VpcEndpoints', text(it.properties, 'VpcEndpointId'))
    if (made) give(made, it)
    else lacks(it, 'Its endpoint is not among the files.')
  },
})

const listed = (field: string, key: string) =>
  association((made, { properties }) => {
    const given = text(properties, key)
    if (given !== null) made[field] = [...new Set([...texts(made, field), given])]
  })

/** It may take the place of the default group, which AWS gives where none is named. */
const guarded = association((made, { properties }) => {
  const GroupId = text(properties, 'SecurityGroupId')
  const known = parts(made, 'Groups')
  if (GroupId === null || known.some((each) => text(each, 'GroupId') === GroupId)) return
  const usual = defaultGroupOf(text(made, 'VpcId') ?? '')
  const replaces = isOn(properties, 'ReplaceDefaultAssociation')
  const kept = known.filter((each) => !replaces || text(each, 'GroupId') !== usual)
  made['Groups'] = [...kept, { GroupId }]
})

export const endpointAssociations: Readonly<Record<string, TypeReader>> = {
  aws_vpc_endpoint_route_table_association: listed('RouteTableIds', 'RouteTableId'),
  aws_vpc_endpoint_subnet_association: listed('SubnetIds', 'SubnetId'),
  aws_vpc_endpoint_security_group_association: guarded,
}
