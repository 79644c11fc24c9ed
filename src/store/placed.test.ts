import { expect, it } from 'vitest'
import { designOf } from '../model/design'
import { documentOf, loadBalancer, subnet, vpc, workload } from '../model/testing/build'
import { offersOf, placedLike, termOf } from './placed'

it('offers a kind by AWS’s names for its types, where it has some', () => {
  expect(offersOf('load-balancer').map(({ placed, label }) => [placed, label])).toEqual([
    ['load-balancer/application', 'Application Load Balancer'],
    ['load-balancer/network', 'Network Load Balancer'],
    ['load-balancer/gateway', 'Gateway Load Balancer'],
  ])
  expect(offersOf('nat-gateway').map(({ placed, label }) => [placed, label])).toEqual([
    ['nat-gateway', 'NAT gateway'],
  ])
})

it('calls a resource by the word for its type, and makes another of the same', () => {
  const document = documentOf(
    vpc('a', '10.0.0.0/16'),
    subnet('s', 'a', '10.0.0.0/24'),
    workload('f', 's', { workloadType: 'lambda-function' }),
    loadBalancer('n', 'a', 's', { type: 'network' }),
  )
  const design = designOf(document)
  const terms = Object.values(document.resources).map((it) => [
    termOf(it, design),
    placedLike(it, design),
  ])
  expect(terms).toContainEqual(['Network Load Balancer', 'load-balancer/network'])
  expect(terms).toContainEqual(['Lambda function', 'workload/lambda-function'])
  expect(terms).toContainEqual(['VPC', 'vpc'])
})
