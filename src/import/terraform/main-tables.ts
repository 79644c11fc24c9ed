import { parts, text } from '../../kinds/describe'
import { mainTableOf } from '../cloudformation/attributes'
import type { TypeReader } from '../cloudformation/item'

/** The table that AWS makes with a VPC has no name before it is given one. */
export const defaultTableName: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'DefaultRouteTableId')],
  read: ({ properties }, { book }) => {
    const made = book.find('RouteTables', text(properties, 'DefaultRouteTableId'))
    const Tags = parts(properties, 'Tags')
    if (made && Tags.some((each) => text(each, 'Key') === 'Name')) made['Tags'] = Tags
  },
}

/** Another table takes the place of the one that AWS made. */
export const mainTable: TypeReader = {
  partOf: ({ properties }) => [text(properties, 'RouteTableId')],
  read: (it, { book, lacks }) => {
    const id = text(it.properties, 'RouteTableId')
    const made = book.find('RouteTables', mainTableOf(text(it.properties, 'VpcId') ?? ''))
    if (!book.add('RouteTables', id, 'Associations', { Main: true }))
      lacks(it, `Its route table ${id ?? ''} is not among the files.`)
    else if (made) made['Associations'] = []
  },
}
