import { describe, expect, it } from 'vitest'
import { designOf } from '../../model/design'
import { documentOf, internetGateway, mainTable, subnet, vpc } from '../../model/testing/build'
import { definitionOf } from '../catalogue'

const toTheInternet = { '0.0.0.0/0': 'internet-gateway:g' }
const notAskedFor = { undescribed: 'aws ec2 describe-route-tables' }

describe('NET-3: what the card of a subnet says of it', () => {
  it.each([
    ['that it is public', mainTable('m', 'v', toTheInternet), ['public']],
    ['that it is private', mainTable('m', 'v'), ['private']],
    ['neither, where its routes are not known', mainTable('m', 'v', {}, notAskedFor), []],
  ])('%s', (_, table, said) => {
    const design = designOf(
      documentOf(
        vpc('v', '10.0.0.0/16'),
        subnet('s', 'v', '10.0.1.0/24'),
        internetGateway('g', 'v'),
        table,
      ),
    )
    const [it] = design.all('subnet')
    const captions = it ? definitionOf(it).look.captions(it, design) : []
    expect(captions.filter((word) => word === 'public' || word === 'private')).toEqual(said)
  })
})
