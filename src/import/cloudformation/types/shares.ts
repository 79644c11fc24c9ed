import { texts } from '../../../kinds/describe'
import type { TypeReader } from '../item'

/** The list that shares are kept in meanwhile. AWS describes what is shared, not whom with. */
export const shares = 'ResourceShares'

const share: TypeReader = {
  read: ({ properties, id, place }, { book }) =>
    book.put(shares, id, place, {
      ResourceArns: texts(properties, 'ResourceArns'),
      Principals: texts(properties, 'Principals'),
    }),
}

export const shareTypes: Readonly<Record<string, TypeReader>> = { 'AWS::RAM::ResourceShare': share }
