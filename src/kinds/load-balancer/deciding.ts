import { field, type Decider } from '../forward'
import type { Evidence } from '../packet'
import type { ResourceOf } from '../resource'

type LoadBalancer = ResourceOf<'load-balancer'>

const terms = {
  application: 'Application Load Balancer',
  network: 'Network Load Balancer',
  gateway: 'Gateway Load Balancer',
} as const

export const deciderOf = (it: LoadBalancer): Decider => ({
  component: it.id,
  term: terms[it.type],
  name: it.name,
  at: it.id,
})

export const listenerOf = (it: LoadBalancer, port: number): Evidence => ({
  type: 'listener',
  loadBalancerId: it.id,
  port,
})

export const targetsOf = ({ id }: ResourceOf<'target-group'>): Evidence => field(id, 'targets')
