import { describe, expect, it } from 'vitest'
import {
  filesOf,
  group,
  instance,
  openAcl,
  subnet,
  table,
  tcp,
  vpc,
} from '../import/testing/account'
import { documentOf, flowIn } from './testing/imported'

type Raw = Readonly<Record<string, unknown>>

const shared = '100.64.0.0/16'
const further = '100.65.0.0/16'

/** Three VPCs on one transit gateway; the second and the third have the same further blocks. */
function landscape(routes: readonly Raw[], propagating: readonly number[], more: Raw[] = []) {
  const numbers = [1, 2, 3]
  const attachment = (n: number) => ({
    TransitGatewayAttachmentId: `tgw-attach-${n}`,
    ResourceType: 'vpc',
    ResourceId: `vpc-${n}`,
  })
  const listed = [...routes, propagated('10.1.0.0/16', 1), ...more]
  return filesOf({
    Vpcs: numbers.map((n) => {
      const blocks = n === 1 ? [`10.${n}.0.0/16`] : [`10.${n}.0.0/16`, shared, further]
      return vpc(`vpc-${n}`, `10.${n}.0.0/16`, {
        CidrBlockAssociationSet: blocks.map((CidrBlock) => ({
          CidrBlock,
          CidrBlockState: { State: 'associated' },
        })),
      })
    }),
    Subnets: numbers.flatMap((n) => [
      subnet(`subnet-${n}`, `vpc-${n}`, `10.${n}.0.0/24`),
      ...(n === 1
        ? []
        : [
            subnet(`subnet-${n}64`, `vpc-${n}`, `100.64.${n}.0/24`),
            subnet(`subnet-${n}65`, `vpc-${n}`, `100.65.${n}.0/24`),
          ]),
    ]),
    RouteTables: numbers.map((n) =>
      table(
        `rtb-${n}`,
        `vpc-${n}`,
        ['10.0.0.0/8', '100.64.0.0/10'].map((DestinationCidrBlock) => ({
          DestinationCidrBlock,
          TransitGatewayId: 'tgw-1',
        })),
      ),
    ),
    NetworkAcls: numbers.map((n) => openAcl(`acl-${n}`, `vpc-${n}`)),
    SecurityGroups: numbers.map((n) => group(`sg-${n}`, `vpc-${n}`, [tcp(443, '0.0.0.0/0')])),
    Instances: numbers.flatMap((n) => [
      instance(`i-${n}`, `subnet-${n}`, `10.${n}.0.10`, [`sg-${n}`]),
      ...(n === 1
        ? []
        : [
            instance(`i-${n}64`, `subnet-${n}64`, `100.64.${n}.10`, [`sg-${n}`]),
            instance(`i-${n}65`, `subnet-${n}65`, `100.65.${n}.10`, [`sg-${n}`]),
          ]),
    ]),
    TransitGateways: [{ TransitGatewayId: 'tgw-1', State: 'available' }],
    TransitGatewayRouteTables: [
      { TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayId: 'tgw-1', State: 'available' },
    ],
    TransitGatewayVpcAttachments: numbers.map((n) => ({
      TransitGatewayAttachmentId: `tgw-attach-${n}`,
      TransitGatewayId: 'tgw-1',
      VpcId: `vpc-${n}`,
      State: 'available',
      SubnetIds: [`subnet-${n}`],
    })),
    TransitGatewayAttachments: numbers.map((n) => ({
      ...attachment(n),
      TransitGatewayId: 'tgw-1',
      State: 'available',
      Association: { TransitGatewayRouteTableId: 'tgw-rtb-1', State: 'associated' },
    })),
    TransitGatewayPropagations: [
      {
        TransitGatewayRouteTableId: 'tgw-rtb-1',
        TransitGatewayRouteTablePropagations: propagating.map((n) => ({
          ...attachment(n),
          State: 'enabled',
        })),
      },
    ],
    TransitGatewayRoutes: [
      { TransitGatewayRouteTableId: 'tgw-rtb-1', Routes: listed, AdditionalRoutesAvailable: false },
    ],
  })
}

const routed = (Type: string) => (DestinationCidrBlock: string, n: number) => ({
  DestinationCidrBlock,
  Type,
  State: 'active',
  TransitGatewayAttachments: [
    { TransitGatewayAttachmentId: `tgw-attach-${n}`, ResourceType: 'vpc', ResourceId: `vpc-${n}` },
  ],
})
const propagated = routed('propagated')
const written = routed('static')

const own = [propagated('10.2.0.0/16', 2), propagated('10.3.0.0/16', 3)]

describe('VPCs on a transit gateway that have some blocks in common', () => {
  it.each([
    [2, 3, [1, 2, 3]],
    [2, 3, [3, 2, 1]],
    [3, 2, [1, 2, 3]],
    [3, 2, [3, 2, 1]],
  ])(
    'CL-11: a block belongs to the one whose route is listed, to %i and not to %i, in whatever order %j',
    (first, second, propagating) => {
      const routes = [...own, propagated(shared, first), propagated(further, first)]
      const document = documentOf(landscape(routes, propagating))
      const told = (n: number, net: number) =>
        flowIn(document, { from: 'i-1', to: `100.${net}.${n}.10`, port: 443 })
      expect([told(first, 64), told(first, 65)]).toEqual(['OK', 'OK'])
      expect(told(second, 64)).toContain('NO(')
      expect(flowIn(document, { from: 'i-1', to: `10.${second}.0.10`, port: 443 })).toBe('OK')
      expect(flowIn(document, { from: `i-${second}64`, to: 'i-1', port: 443 })).toContain('NO<-(')
    },
  )

  it.each([
    ['each has one of them, which no order makes', [propagated(shared, 2), propagated(further, 3)]],
    ['nobody has one of them', [propagated(shared, 2)]],
  ])('CL-11: where %s, what the table does is not modelled', (_, routes) => {
    const document = documentOf(landscape([...own, ...routes], [1, 2, 3]))
    expect(flowIn(document, { from: 'i-1', to: '100.64.2.10', port: 443 })).toBe('NOT-MODELLED')
  })

  it('TGW-9: a propagated route that a static one hides is not listed, and nothing is odd', () => {
    const routes = [...own, propagated(shared, 2), written(further, 3)]
    const document = documentOf(landscape(routes, [3, 2, 1]))
    expect(flowIn(document, { from: 'i-1', to: '100.64.2.10', port: 443 })).toBe('OK')
    expect(flowIn(document, { from: 'i-1', to: '100.65.3.10', port: 443 })).toBe('OK')
  })
})
