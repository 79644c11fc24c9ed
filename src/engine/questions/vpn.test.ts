import { describe, expect, it } from 'vitest'
import {
  all,
  customerGateway,
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  onPremises,
  peering,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  vpnConnection,
  vpnGateway,
  workload,
} from '../../model/testing/build'
import { definitionOf } from '../../kinds/catalogue'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import { ask, verdict } from '../testing/ask'

type Routes = Readonly<Record<string, string>>
type More = Readonly<Record<string, unknown>>

const host = (name: string, subnetName: string, vpcName: string) => [
  securityGroup(name, vpcName, [all('0.0.0.0/0')]),
  workload(name, subnetName, { securityGroupIds: [`security-group:${name}`] }),
]

/** A VPC with a host, a virtual private gateway and a data centre at 192.168.0.0/16. */
const hybrid = (
  {
    routes = {},
    propagation = true,
    connection = {},
    premises = {},
    gateway = {},
  }: {
    readonly routes?: Routes
    readonly propagation?: boolean
    readonly connection?: More
    readonly premises?: More
    readonly gateway?: More
  } = {},
  ...more: readonly unknown[]
) =>
  documentOf(
    vpc('v', '10.0.0.0/16'),
    mainTable('v', 'v', routes, {
      propagatingVgwIds: propagation ? ['vpn-gateway:g'] : [],
    }),
    subnet('s', 'v', '10.0.1.0/24'),
    host('app', 's', 'v'),
    vpnGateway('g', 'v', gateway),
    onPremises('dc', ['192.168.0.0/16'], premises),
    customerGateway('c', 'dc'),
    vpnConnection('vpn', 'g', 'c', connection),
    more.flat(),
  )

const dc = 'on-premises-network:dc'

describe('section 6, its table', () => {
  it('VPN row 1: propagation on, tunnel up', () => {
    expect(verdict(hybrid(), 'app', dc)).toBe('OK')
    expect(verdict(hybrid(), dc, 'app')).toBe('OK')
    expect(verdict(hybrid(), 'app', '192.168.7.7')).toBe('OK')
    expect(verdict(hybrid(), '192.168.7.7', 'app')).toBe('OK')
  })

  it('VPN row 2: propagation off, no static route', () => {
    const document = hybrid({ propagation: false })
    expect(verdict(document, 'app', dc)).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(document, dc, 'app')).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
  })

  it('VPN row 3: on-premises to the internet by the NAT gateway or internet gateway of the VPC', () => {
    const document = hybrid(
      { routes: { '0.0.0.0/0': 'nat-gateway:n' } },
      internetGateway('i', 'v'),
      routeTable('public', 'v', { '0.0.0.0/0': 'internet-gateway:i' }),
      subnet('p', 'v', '10.0.2.0/24', { routeTableId: 'route-table:public' }),
      natGateway('n', 'p'),
      { id: 'internet:w', kind: 'internet', name: 'w' },
    )
    const barred = 'NO(VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS)'
    expect(verdict(document, dc, 'internet:w')).toBe(barred)
    expect(verdict(document, dc, '198.51.100.9')).toBe(barred)
  })

  it('VPN row 4: on-premises to a VPC that is peered with it', () => {
    const document = hybrid(
      { routes: { '10.1.0.0/16': 'vpc-peering-connection:p' } },
      vpc('w', '10.1.0.0/16'),
      mainTable('w', 'w', { '10.0.0.0/16': 'vpc-peering-connection:p' }),
      subnet('t', 'w', '10.1.1.0/24'),
      host('far', 't', 'w'),
      peering('p', 'v', 'w'),
    )
    const answer = ask(document, dc, 'far')
    expect(answer.codes[0]).toBe('VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS')
    const [hop] = answer.request.hops.filter((it) => it.decision === 'drops')
    expect(hop?.related).toContain('EDGE_TO_EDGE')
    expect(verdict(document, 'app', 'far')).toBe('OK')
  })

  it('VPN row 5, RT-8: what BGP brings inside the VPC is never used', () => {
    const document = hybrid({ premises: { prefixes: ['10.0.1.0/24', '192.168.0.0/16'] } })
    const { request } = ask(document, 'app', '10.0.1.99')
    expect(request.hops.map((hop) => hop.component)).not.toContain('vpn-gateway:g')
  })

  it('RT-8: of such a route it is told that it does not count, not that AWS refuses it', () => {
    const premises = { prefixes: ['10.0.2.0/24', '192.168.0.0/16'] }
    const document = hybrid({ premises }, subnet('t', 'v', '10.0.2.0/24'), host('far', 't', 'v'))
    const texts = ask(document, 'app', 'far').request.hops.map((hop) => hop.text)
    expect(texts.join(' ')).toContain('The propagated route 10.0.2.0/24 lies inside that block')
    expect(texts.join(' ')).not.toContain('refuses')
  })
})

describe('virtual private gateways', () => {
  it('VPN-1: a VPC takes one', () => {
    const { placement } = definitionOf({ kind: 'vpn-gateway' })
    const refused = (document: Document) => {
      const design = designOf(document)
      const place = design.get<'vpc'>('vpc:v')
      return place && placement.type === 'on' ? placement.refuse(place, design) : 'no place'
    }
    expect(refused(hybrid())).toContain('has a virtual private gateway already')
    expect(refused(documentOf(vpc('v', '10.0.0.0/16')))).toBeNull()
  })

  it('VPN-2: a static route does what propagation does', () => {
    const routes = { '192.168.0.0/16': 'vpn-gateway:g' }
    expect(verdict(hybrid({ propagation: false, routes }), 'app', dc)).toBe('OK')
  })

  it('VPN-3: forwards only what it knows', () => {
    const routes = { '192.168.0.0/16': 'vpn-gateway:g' }
    const connection = { staticRoutesOnly: true, routes: ['192.168.1.0/24'] }
    const document = hybrid({ routes, connection })
    expect(verdict(document, 'app', '192.168.1.9')).toBe('OK')
    expect(verdict(document, 'app', '192.168.9.1')).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })

  it('VPN-5, VPN-7: on-premises reaches private addresses of the VPC and no others', () => {
    const document = hybrid({}, internetGateway('i', 'v'))
    expect(verdict(document, dc, '10.0.1.77')).toBe('NO(VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS)')
    expect(verdict(document, dc, 'subnet:s')).toBe('OK')
  })

  it('VPN-5: whether sites reach each other over the gateway is not modelled', () => {
    const sites = (status: 'UP' | 'DOWN') =>
      hybrid(
        {},
        onPremises('far', ['192.168.77.0/24']),
        customerGateway('f', 'far'),
        vpnConnection('to-far', 'g', 'f', { tunnel1Status: status, tunnel2Status: status }),
      )
    expect(verdict(sites('UP'), dc, '192.168.77.5')).toBe('NOT-MODELLED')
    const barred = 'NO(VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS)'
    expect(verdict(sites('DOWN'), dc, '192.168.77.5')).toBe(barred)
  })

  it('VPN-5: a network with public addresses answers over the internet what came by it', () => {
    const document = (tunnel1Status: string) =>
      hybrid(
        {
          routes: { '0.0.0.0/0': 'internet-gateway:i' },
          propagation: false,
          premises: { prefixes: ['198.51.100.0/24'] },
          connection: { tunnel1Status, tunnel2Status: 'DOWN' },
        },
        internetGateway('i', 'v'),
        securityGroup('web', 'v', [all('0.0.0.0/0')]),
        workload('web', 's', {
          securityGroupIds: ['security-group:web'],
          interfaces: {
            'subnet:s': {
              privateIpAddress: '10.0.1.99',
              publicAddress: 'auto-assigned',
              publicIp: '203.0.113.9',
            },
          },
        }),
      )
    for (const tunnel of ['UP', 'DOWN']) {
      expect(verdict(document(tunnel), 'web', '198.51.100.7')).toBe('OK')
      expect(verdict(document(tunnel), 'web', dc)).toBe('OK')
    }
  })

  it('VPN-6: sends out only what comes from its own VPC', () => {
    const document = hybrid(
      {},
      vpc('w', '10.1.0.0/16'),
      mainTable('w', 'w', { '192.168.0.0/16': 'vpc-peering-connection:p' }),
      subnet('t', 'w', '10.1.1.0/24'),
      host('far', 't', 'w'),
      peering('p', 'w', 'v'),
    )
    // the connection itself stops it first: the data centre is no address of its VPC
    expect(verdict(document, 'far', dc)).toBe('NO(EDGE_TO_EDGE)')
  })

  it('VPN-8: carries no IPv6', () => {
    const six = { ipv6CidrBlocks: ['2600:1f00::/56'] }
    const document = documentOf(
      vpc('v', '10.0.0.0/16', six),
      mainTable('v', 'v', { '2600:9000::/28': 'vpn-gateway:g' }),
      subnet('s', 'v', '10.0.1.0/24', { ipv6CidrBlock: '2600:1f00:0:1::/64' }),
      securityGroup('app', 'v', [all('::/0')], [all('::/0')]),
      workload(
        'app',
        's',
        { securityGroupIds: ['security-group:app'] },
        { ipv6Addresses: ['2600:1f00:0:1::10'] },
      ),
      vpnGateway('g', 'v'),
    )
    expect(verdict(document, 'app', '2600:9000::1')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })

  it('RT-7: a static route to elsewhere counts before the same prefix propagated', () => {
    const document = hybrid(
      { routes: { '192.168.0.0/16': 'internet-gateway:i' } },
      internetGateway('i', 'v'),
    )
    expect(verdict(document, 'app', dc)).not.toBe('OK')
  })

  it('RT-8: what BGP brings around the VPC serves all that is not local', () => {
    const document = hybrid({ premises: { prefixes: ['10.0.0.0/8'] } })
    expect(verdict(document, 'app', '10.200.0.1')).toBe('OK')
  })

  it('RT-14: a gateway that is detached makes a blackhole', () => {
    const document = hybrid({
      routes: { '192.168.0.0/16': 'vpn-gateway:g' },
      gateway: { attachmentState: 'detached' },
    })
    expect(verdict(document, 'app', dc)).toBe('NO(BAD_STATE_ROUTE)')
  })

  it('NET-13: what comes by a virtual private gateway cannot use a NAT gateway', () => {
    const document = hybrid({}, natGateway('n', 's', { connectivityType: 'private' }))
    expect(verdict(document, dc, '10.9.9.9')).toBe('NO(VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS)')
  })
})

describe('Site-to-Site VPN connections', () => {
  it.each([
    ['VPN-9: both tunnels down', { tunnel1Status: 'DOWN', tunnel2Status: 'DOWN' }],
    ['VPN-9: pending', { state: 'pending' }],
  ])('%s', (_, connection) => {
    expect(verdict(hybrid({ connection }), 'app', dc)).toBe('NO(BAD_STATE_VPN)')
    expect(verdict(hybrid({ connection }), dc, 'app')).toBe('NO(BAD_STATE_VPN)')
    const routes = { '192.168.0.0/16': 'vpn-gateway:g' }
    expect(verdict(hybrid({ connection, routes }), 'app', dc)).toBe('NO(BAD_STATE_VPN)')
  })

  it('VPN-9: one tunnel is enough', () => {
    expect(verdict(hybrid({ connection: { tunnel1Status: 'DOWN' } }), 'app', dc)).toBe('OK')
  })

  it('VPN-9: routes of BGP go with it, and a wider route takes over', () => {
    const down = { tunnel1Status: 'DOWN', tunnel2Status: 'DOWN' }
    const document = hybrid(
      { connection: down, routes: { '0.0.0.0/0': 'internet-gateway:i' } },
      internetGateway('i', 'v'),
    )
    const { request } = ask(document, 'app', dc)
    expect(request.hops.map((hop) => hop.component)).toContain('internet-gateway:i')
  })

  it('VPN-4: a connection that is down loses to one that is up', () => {
    const down = { tunnel1Status: 'DOWN', tunnel2Status: 'DOWN' }
    const document = hybrid({ connection: down }, customerGateway('c2', 'dc'), [
      vpnConnection('spare', 'g', 'c2'),
    ])
    expect(verdict(document, 'app', dc)).toBe('OK')
    expect(verdict(document, dc, 'app')).toBe('OK')
  })

  it('VPN-5: whether it joins two sites, as AWS VPN CloudHub does, is not modelled', () => {
    const document = hybrid({}, onPremises('branch', ['172.21.0.0/16']), [
      customerGateway('c2', 'branch'),
      vpnConnection('to-branch', 'g', 'c2'),
    ])
    const { verdict: found, missing } = ask(document, 'on-premises-network:branch', dc)
    expect(found).toBe('not-modelled')
    expect(missing.join()).toContain('virtual private gateway or transit gateway')
  })

  it('VPN-4: of equal prefixes a static route counts before one of BGP', () => {
    const document = hybrid(
      { connection: { staticRoutesOnly: true, routes: ['192.168.0.0/16'] } },
      customerGateway('c2', 'dc'),
      vpnConnection('bgp', 'g', 'c2'),
    )
    const { request } = ask(document, 'app', '192.168.3.3')
    expect(request.hops.map((hop) => hop.component)).toContain('vpn-connection:vpn')
    expect(request.hops.map((hop) => hop.component)).not.toContain('vpn-connection:bgp')
  })

  it('a customer gateway without a network behind it is not modelled', () => {
    const document = documentOf(
      vpc('v', '10.0.0.0/16'),
      mainTable('v', 'v', { '172.16.0.0/12': 'vpn-gateway:g' }),
      subnet('s', 'v', '10.0.1.0/24'),
      host('app', 's', 'v'),
      vpnGateway('g', 'v'),
      customerGateway('c', null),
      vpnConnection('vpn', 'g', 'c', { staticRoutesOnly: true, routes: ['172.16.0.0/12'] }),
    )
    expect(verdict(document, 'app', '172.16.1.1')).toBe('NOT-MODELLED')
  })

  it('an on-premises network without a route back gets no reply through', () => {
    const premises = { routesToAws: ['10.9.0.0/16'] }
    expect(verdict(hybrid({ premises }), 'app', dc)).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
  })
})

describe('security groups and network ACLs see the address on-premises', () => {
  it('SG-1: a rule for its block admits it, one for another does not', () => {
    const only = (block: string) =>
      documentOf(
        ...Object.values(hybrid().resources).filter(({ id }) => id !== 'security-group:app'),
        securityGroup('app', 'v', [all(block)]),
      )
    expect(verdict(only('192.168.0.0/16'), dc, 'app')).toBe('OK')
    expect(verdict(only('172.16.0.0/12'), dc, 'app')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
})

describe('OVL-1: what comes to an on-premises network is not always meant for it', () => {
  /** A second VPC, peered with the first one, whose way back is there. */
  const second = [
    vpc('w', '10.1.0.0/16'),
    mainTable('w', 'w', { '10.0.0.0/16': 'vpc-peering-connection:p' }),
    subnet('t', 'w', '10.1.1.0/24'),
    host('db', 't', 'w'),
    peering('p', 'v', 'w'),
  ].flat()
  const wide = (prefix: string, routes: Routes = {}) =>
    hybrid({ routes }, onPremises('dc', [prefix]), second)

  it('a host of another VPC, under a wide block that is announced', () => {
    const joined = [vpnGateway('h', 'w'), vpnConnection('vpn2', 'h', 'c')]
    const document = hybrid({}, onPremises('dc', ['10.0.0.0/8']), second, joined)
    expect(verdict(document, 'app', 'db')).toBe('NOT-MODELLED')
  })
  it('a host of a VPC that nothing joins to networks outside AWS', () => {
    expect(verdict(wide('10.0.0.0/8'), 'app', 'db')).toBe('NO(CIDR_OVERLAP)')
    expect(
      verdict(wide('10.1.1.0/24', { '10.1.0.0/16': 'vpc-peering-connection:p' }), 'app', 'db'),
    ).toBe('NO(CIDR_OVERLAP)')
    expect(
      verdict(wide('10.1.1.0/24', { '10.1.0.0/16': 'vpc-peering-connection:p' }), 'db', 'app'),
    ).toBe('NO<-(RETURN_PATH_ASYMMETRIC)')
    const byPeering = { '10.1.0.0/16': 'vpc-peering-connection:p' }
    expect(verdict(wide('10.0.0.0/8', byPeering), 'app', 'db')).toBe('OK')
    expect(verdict(wide('10.0.0.0/8'), 'app', '10.1.1.200')).toBe('OK')
  })
  it('the answer to a host of another VPC', () => {
    const byPeering = { '10.1.0.0/16': 'vpc-peering-connection:p' }
    const astray = mainTable(
      'w',
      'w',
      { '10.0.0.0/16': 'vpn-gateway:h' },
      { propagatingVgwIds: [] },
    )
    const connected = [astray, vpnGateway('h', 'w'), vpnConnection('vpn2', 'h', 'c')]
    const document = hybrid(
      { routes: byPeering },
      second,
      onPremises('dc', ['10.0.0.0/8']),
      connected,
    )
    expect(verdict(document, 'app', 'db')).toBe('NOT-MODELLED')
  })
  it('the internet, under a default route', () => {
    const internet = { id: 'internet:i', kind: 'internet', name: 'Internet' }
    const document = hybrid({}, onPremises('dc', ['0.0.0.0/0', '192.168.0.0/16']), internet)
    expect(verdict(document, 'app', 'internet:i')).toBe('NOT-MODELLED')
    expect(verdict(document, 'app', '8.8.8.8')).toBe('NOT-MODELLED')
    expect(verdict(document, 'app', '192.168.7.7')).toBe('OK')
  })
  it('VPN-10: hosts under a wide block that is announced are none of those of VPCs', () => {
    expect(verdict(wide('10.0.0.0/8'), 'app', dc)).toBe('OK')
    expect(verdict(wide('10.0.0.0/8'), dc, 'app')).toBe('OK')
    // but where it has nothing outside a VPC they are
    expect(verdict(wide('10.0.0.0/16'), 'app', dc)).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(verdict(wide('10.0.9.0/24'), 'app', dc)).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })
  it('a network with the same block', () => {
    const other = [
      onPremises('lab', ['192.168.0.0/16']),
      customerGateway('l', 'lab'),
      vpnConnection('vpn2', 'g', 'l'),
    ]
    expect(verdict(hybrid({}, other), 'app', dc)).toBe('NOT-MODELLED')
    expect(verdict(hybrid({}, other), dc, 'app')).toBe('NOT-MODELLED')
    expect(verdict(hybrid(), dc, 'app')).toBe('OK')
  })

  it('VPN-4: a default route that a site announces beside its own blocks is not where its hosts are', () => {
    const hosts = [
      securityGroup('own', 'v', [all('192.168.0.0/16')]),
      workload('w', 's', { securityGroupIds: ['security-group:own'] }),
    ]
    const announcing = (...prefixes: readonly string[]) =>
      hybrid({ premises: { prefixes } }, ...hosts)
    expect(verdict(announcing('192.168.0.0/16', '0.0.0.0/0'), dc, 'w')).toBe('OK')
    expect(verdict(announcing('192.168.0.0/16', '172.16.0.0/12'), dc, 'w')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
    // nothing else is known of it
    expect(verdict(announcing('0.0.0.0/0'), dc, 'w')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
})
