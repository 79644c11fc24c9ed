import { describe, expect, it } from 'vitest'
import {
  account,
  filesOf,
  group,
  instance,
  openAcl,
  other,
  subnet,
  table,
  tcp,
  vpc,
} from '../import/testing/account'
import { documentOf, flowIn } from './testing/imported'

type Raw = Readonly<Record<string, unknown>>
type Lists = Readonly<Record<string, readonly Raw[]>>

describe('a peering of transit gateways', () => {
  const folders = {
    one: `accounts/${account}/eu-west-1`,
    two: `accounts/${other}/us-east-1`,
  }
  const side = (n: 1 | 2, owner: string, zone: string): Lists => {
    const far = n === 1 ? 2 : 1
    const here = { OwnerId: owner }
    return {
      Vpcs: [vpc(`vpc-${n}`, `10.${n}.0.0/16`, here)],
      Subnets: [
        subnet(`subnet-${n}`, `vpc-${n}`, `10.${n}.0.0/24`, {
          ...here,
          AvailabilityZone: zone,
          AvailabilityZoneId: `${zone}-az1`,
        }),
      ],
      RouteTables: [
        table(
          `rtb-${n}`,
          `vpc-${n}`,
          [{ DestinationCidrBlock: `10.${far}.0.0/16`, TransitGatewayId: `tgw-${n}` }],
          [{ Main: true }],
          here,
        ),
      ],
      NetworkAcls: [{ ...openAcl(`acl-${n}`, `vpc-${n}`), ...here }],
      SecurityGroups: [{ ...group(`sg-${n}`, `vpc-${n}`, [tcp(443, '10.0.0.0/8')]), ...here }],
      Instances: [instance(`i-${n}`, `subnet-${n}`, `10.${n}.0.10`, [`sg-${n}`])],
      TransitGateways: [{ TransitGatewayId: `tgw-${n}`, OwnerId: owner, State: 'available' }],
      TransitGatewayVpcAttachments: [
        {
          TransitGatewayAttachmentId: `tgw-attach-${n}`,
          TransitGatewayId: `tgw-${n}`,
          VpcId: `vpc-${n}`,
          State: 'available',
          SubnetIds: [`subnet-${n}`],
        },
      ],
      TransitGatewayAttachments: [
        attached(n, `tgw-attach-${n}`, 'vpc', `vpc-${n}`),
        attached(n, 'tgw-attach-9', 'peering', `tgw-${far}`),
      ],
      TransitGatewayRouteTables: [
        {
          TransitGatewayRouteTableId: `tgw-rtb-${n}`,
          TransitGatewayId: `tgw-${n}`,
          State: 'available',
        },
      ],
      TransitGatewayPropagations: [
        {
          TransitGatewayRouteTableId: `tgw-rtb-${n}`,
          TransitGatewayRouteTablePropagations: [
            {
              TransitGatewayAttachmentId: `tgw-attach-${n}`,
              ResourceType: 'vpc',
              ResourceId: `vpc-${n}`,
              State: 'enabled',
            },
          ],
        },
      ],
      TransitGatewayStaticRoutes: [
        {
          TransitGatewayRouteTableId: `tgw-rtb-${n}`,
          AdditionalRoutesAvailable: false,
          Routes: [
            {
              DestinationCidrBlock: `10.${far}.0.0/16`,
              Type: 'static',
              State: 'active',
              TransitGatewayAttachments: [
                {
                  TransitGatewayAttachmentId: 'tgw-attach-9',
                  ResourceType: 'peering',
                  ResourceId: `tgw-${far}`,
                },
              ],
            },
          ],
        },
      ],
    }
  }
  const attached = (n: 1 | 2, id: string, ResourceType: string, ResourceId: string): Raw => ({
    TransitGatewayAttachmentId: id,
    TransitGatewayId: `tgw-${n}`,
    ResourceType,
    ResourceId,
    State: 'available',
    Association: { TransitGatewayRouteTableId: `tgw-rtb-${n}`, State: 'associated' },
  })
  const both = [
    ...filesOf(side(1, account, 'eu-west-1a'), folders.one),
    ...filesOf(side(2, other, 'us-east-1a'), folders.two),
  ]

  it('TGW-14: that only the list of all attachments tells joins the two that it names', () => {
    const document = documentOf(both)
    expect(flowIn(document, { from: 'i-1', to: 'i-2', port: 443 })).toBe('OK')
    expect(flowIn(document, { from: 'i-2', to: 'i-1', port: 443 })).toBe('OK')
  })

  it('TGW-6: is associated on each side as that side tells, under one id', () => {
    const without = (n: number) =>
      both.map(({ path, value }) => ({
        path,
        value: JSON.parse(JSON.stringify(value), (_, it: Raw) => {
          const isOurs = it?.['ResourceType'] === 'peering' && it['TransitGatewayId'] === `tgw-${n}`
          if (!isOurs) return it
          const { Association: _left, ...rest } = it
          return rest
        }) as unknown,
      }))
    for (const n of [1, 2]) {
      const [from, to] = n === 1 ? ['i-2', 'i-1'] : ['i-1', 'i-2']
      expect(flowIn(documentOf(without(n)), { from, to, port: 443 })).toBe(
        'NO(TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION)',
      )
    }
  })

  it('TGW-10: a static route to what is gone drops, and nothing wider counts', () => {
    const gone = { TransitGatewayAttachmentId: 'tgw-attach-7', ResourceType: 'vpc' }
    const Routes = [
      {
        DestinationCidrBlock: '10.2.0.0/24',
        Type: 'static',
        State: 'blackhole',
        TransitGatewayAttachments: [gone],
      },
    ]
    const more = {
      path: `${folders.one}/more.json`,
      value: {
        TransitGatewayStaticRoutes: [{ TransitGatewayRouteTableId: 'tgw-rtb-1', Routes }],
      },
    }
    expect(flowIn(documentOf([...both, more]), { from: 'i-1', to: 'i-2', port: 443 })).toBe(
      'NO(TGW_RTB_BAD_STATE_ROUTE)',
    )
  })

  it.each([
    ['what nobody described', 'vpc', {}, 'NOT-MODELLED'],
    ['a VPN connection by BGP', 'vpn', { accepted: 2 }, 'NOT-MODELLED'],
    ['a VPN connection that accepted nothing', 'vpn', { accepted: 0 }, 'OK'],
    ['a VPN connection with static routes', 'vpn', { accepted: 2, isStatic: true }, 'OK'],
  ] as const)(
    'TGW-7: in a table told without its propagated routes, where there propagates %s',
    (_, ResourceType, { accepted = 0, isStatic = false }: Link, told) => {
      // a longer prefix than the block of a VPC has nobody else to announce it
      const wider = JSON.parse(
        JSON.stringify(both).replaceAll(
          '"DestinationCidrBlock":"10.2.0.0/16","Type"',
          '"DestinationCidrBlock":"10.2.0.0/15","Type"',
        ),
      ) as typeof both
      const others = (Routes: readonly Raw[]) => ({
        path: `${folders.one}/more.json`,
        value: {
          CustomerGateways: [{ CustomerGatewayId: 'cgw-8', State: 'available' }],
          VpnConnections: [
            {
              VpnConnectionId: 'vpn-8',
              CustomerGatewayId: 'cgw-8',
              TransitGatewayId: 'tgw-1',
              State: 'available',
              Options: { StaticRoutesOnly: isStatic },
              VgwTelemetry: ['UP', 'DOWN'].map((Status) => ({
                Status,
                AcceptedRouteCount: accepted,
              })),
            },
          ],
          TransitGatewayPropagations: [
            {
              TransitGatewayRouteTableId: 'tgw-rtb-1',
              TransitGatewayRouteTablePropagations: [
                {
                  TransitGatewayAttachmentId: 'tgw-attach-8',
                  ResourceType,
                  ResourceId: `${ResourceType}-8`,
                  State: 'enabled',
                },
              ],
            },
          ],
          TransitGatewayStaticRoutes: [{ TransitGatewayRouteTableId: 'tgw-rtb-1', Routes }],
        },
      })
      const learned = {
        DestinationCidrBlock: '10.1.0.0/16',
        Type: 'propagated',
        State: 'active',
        TransitGatewayAttachments: [
          { TransitGatewayAttachmentId: 'tgw-attach-1', ResourceType: 'vpc', ResourceId: 'vpc-1' },
        ],
      }
      const ask = (answers: typeof both, Routes: readonly Raw[]) =>
        flowIn(documentOf([...answers, others(Routes)]), { from: 'i-1', to: 'i-2', port: 443 })
      expect(ask(wider, [])).toBe(told)
      expect(ask(wider, [learned])).toBe('OK')
      expect(ask(both, [])).toBe('OK')
    },
  )
})

interface Link {
  readonly accepted?: number
  readonly isStatic?: boolean
}
