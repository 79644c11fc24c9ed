import { describe, expect, it } from 'vitest'
import {
  documentOf,
  mainTable,
  securityGroup,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  vpc,
  workload,
} from '../../model/testing/build'
import { resolve } from '../network'
import { ask, verdict } from '../testing/ask'
import { a, b, gateway, site, tgw } from '../testing/attached-site'

describe('overlapping VPCs (TGW-11, CL-11)', () => {
  const twins = (...propagations: readonly string[]) =>
    documentOf(
      gateway,
      a({ routes: { '10.0.0.0/8': tgw(), '100.64.0.0/10': tgw() } }),
      b(),
      vpc('late', '10.1.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/16'] }),
      mainTable('late', 'late', { '10.0.0.0/16': tgw() }),
      subnet('late-a', 'late', '10.1.0.0/24'),
      subnet('late-b', 'late', '100.64.0.0/24'),
      securityGroup('late', 'late', [{ ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' }]),
      workload('late', 'late-a', { securityGroupIds: ['security-group:late'] }),
      workload('late-b', 'late-b', { securityGroupIds: ['security-group:late'] }),
      tgwAttachment('late', 't', 'late', 'late-a'),
      tgwRouteTable('rt', 't', { associations: ['a', 'b', 'late'], propagations }),
    )
  it('the one attached first keeps the block, trap 19', () => {
    expect(verdict(twins('a', 'b', 'late'), 'a', 'b')).toBe('OK')
    expect(verdict(twins('a', 'b', 'late'), 'a', 'late')).toBe('NO(CIDR_OVERLAP)')
    expect(verdict(twins('a', 'late', 'b'), 'a', 'late')).toBe('OK')
  })
  it('blocks of the later one that overlap nothing propagate all the same', () => {
    expect(verdict(twins('a', 'b', 'late'), 'a', 'late-b')).toBe('OK')
  })
  it('answers of the later one go out, those to it go astray', () => {
    expect(verdict(twins('a', 'b', 'late'), 'late', 'a')).toBe('NO<-(RETURN_PATH_ASYMMETRIC)')
  })
  it('tells what is withheld, and on whose account', () => {
    const [table] = resolve(twins('a', 'b', 'late')).transitGatewayTablesOf('transit-gateway:t')
    expect(table?.withheld).toEqual([
      {
        attachmentId: 'transit-gateway-vpc-attachment:late',
        block: '10.1.0.0/16',
        earlier: 'transit-gateway-vpc-attachment:b',
        earlierBlock: '10.1.0.0/16',
      },
    ])
  })
  it('a wider block is withheld as a whole', () => {
    const document = documentOf(
      gateway,
      a(),
      site('b', 1, { vpc: { cidrBlock: '10.1.0.0/20' }, attachmentSubnet: {} }),
      site('wide', 1),
      tgwRouteTable('rt', 't', {
        associations: ['a', 'wide'],
        propagations: ['a', 'b', 'wide'],
      }),
      workload('far', 'wide-tgw-a'),
    )
    const answer = ask(document, 'a', 'far')
    expect(answer.codes[0]).toBe('TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT')
    expect(answer.request.hops.find((hop) => hop.code)?.related).toEqual(['CIDR_OVERLAP'])
  })
  it('overlapping VPCs that propagate to different tables do not meet', () => {
    const document = documentOf(
      gateway,
      a(),
      b(),
      site('twin', 1),
      tgwRouteTable('r1', 't', { associations: ['a', 'b'], propagations: ['a', 'b'] }),
      tgwRouteTable('r2', 't', { associations: ['twin'], propagations: ['twin'] }),
    )
    const tables = resolve(document).transitGatewayTablesOf('transit-gateway:t')
    expect(tables.flatMap((table) => table.withheld)).toEqual([])
  })
})
