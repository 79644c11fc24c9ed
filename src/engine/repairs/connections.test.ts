import { describe, expect, it } from 'vitest'
import type { Document } from '../../model/document'
import {
  all,
  documentOf,
  listener,
  loadBalancer,
  mainTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { repaired } from '../findings/testing/found'
import { resolve } from '../network'
import { ask, verdict } from '../testing/ask'
import { repairsFor } from './repairs-for'

const groups = (name: string) => ({ securityGroupIds: [`security-group:${name}`] })
const design = (ingress: readonly unknown[], egress?: readonly unknown[], more: object = {}) =>
  documentOf(
    vpc('v', '10.0.0.0/16'),
    mainTable('m', 'v'),
    subnet('near', 'v', '10.0.1.0/24'),
    subnet('nodes', 'v', '10.0.2.0/24'),
    subnet('far', 'v', '10.0.3.0/24'),
    securityGroup('client', 'v'),
    securityGroup('lb', 'v', [tcp(443, '10.0.0.0/16')], egress),
    securityGroup('server', 'v', ingress),
    workload('client', 'near', groups('client')),
    workload('server', 'far', groups('server')),
    loadBalancer('lb', 'v', 'nodes', {
      ...groups('lb'),
      listeners: { 443: listener('HTTPS', 'tg') },
    }),
    targetGroup('tg', 'v', ['workload:server'], { protocol: 'HTTP', port: 8080, ...more }),
  )
const offers = (document: Document) =>
  repairsFor(resolve(document), ask(document, 'client', 'load-balancer:lb'))

describe('LB-5: repairs behind a load balancer', () => {
  it('let the target admit the load balancer on the port of the target, not the client', () => {
    const document = design([tcp(443, '10.0.1.0/24')])
    expect(offers(document).map(({ label }) => label)).toEqual([
      'Let security group server admit tcp/8080 from 10.0.2.0/24',
      'Let security group server admit tcp/8080 from security group lb',
    ])
    for (const repair of offers(document))
      expect(verdict(repaired(document, repair), 'client', 'load-balancer:lb')).toBe('OK')
  })
  it('let the load balancer send to the target', () => {
    const document = design([all('0.0.0.0/0')], [tcp(9090, '0.0.0.0/0')])
    expect(offers(document)[0]?.label).toBe('Let security group lb send tcp/8080 to 10.0.3.0/24')
    for (const repair of offers(document))
      expect(verdict(repaired(document, repair), 'client', 'load-balancer:lb')).toBe('OK')
  })
  it('offer nothing where nothing is blocked', () => {
    expect(offers(design([tcp(8080, 'security-group:lb')]))).toEqual([])
  })
})
