/*
 * Central inspection by AWS Network Firewall, with an endpoint in each of two zones, behind a
 * transit gateway.
 *
 *   east 10.31/16, west 10.32/16   attached in a and b   hosts east-a, east-b, west-a, west-b
 *   lone 10.33/16                  attached in c alone   host lone
 *   insp 10.110/16                 attached in a and b; per zone
 *     tgw-a   0/0 → fw-a           where packets come in
 *     fw-a    0/0 → nat-a, 10/8 → tgw
 *     pub-a   0/0 → igw, 10/8 → fw-a
 *
 *   spokes     east, west, lone:   0/0 insp
 *   inspected  insp:               east, west and lone propagate
 *
 *   stateless  10 drop udp/69   20 pass icmp           then forward to the stateful rules
 *   stateful   10 drop tcp/22   20 drop tcp/8080 to west   30 pass tcp/8080 from east-a
 *              40 alert tcp/9000   50 reject udp/514   in the order of actions
 */
import {
  all,
  documentOf,
  inspectionEndpoint,
  internetGateway,
  mainTable,
  natGateway,
  networkFirewall,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  tens,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
} from '../../../../model/testing/build'
import { host, rule, sg, type More } from './shorthand'

const tgw = 'transit-gateway:core'
type Routes = Readonly<Record<string, string>>

const inside = (name: string, of: string, block: string, zone: string, by?: string) =>
  subnet(name, of, block, {
    availabilityZone: `eu-west-1${zone}`,
    routeTableId: by === undefined ? null : `route-table:${by}`,
  })

const spoke = (name: string, number: number, zones: readonly string[]) => [
  vpc(name, `10.${number}.0.0/16`),
  mainTable(name, name, { '0.0.0.0/0': tgw }),
  ...zones.flatMap((zone, index) => [
    inside(`${name}-tgw-${zone}`, name, `10.${number}.255.${16 * index}/28`, zone),
    inside(`${name}-${zone}`, name, `10.${number}.${index + 1}.0/24`, zone),
  ]),
  tgwAttachment(
    name,
    'core',
    name,
    zones.map((zone) => `${name}-tgw-${zone}`),
  ),
]

export const match = (action: string, protocol: string, port: number | null, more: More = {}) => ({
  action,
  protocol,
  fromPort: port,
  toPort: port,
  ...more,
})

const stateless = tens([match('aws:drop', 'udp', 69), match('aws:pass', 'icmp', null)])
const stateful = tens([
  match('DROP', 'tcp', 22),
  match('DROP', 'tcp', 8080, { destination: '10.32.0.0/16' }),
  match('PASS', 'tcp', 8080, { source: '10.31.1.10/32' }),
  match('ALERT', 'tcp', 9000),
  match('REJECT', 'udp', 514),
])

interface Variant {
  readonly applianceMode?: boolean
  /** What differs of the firewall, and of its endpoint in zone b. */
  readonly firewall?: More
  readonly endpoint?: More
  /** Tables of the inspection VPC that route otherwise. */
  readonly tables?: Readonly<Record<string, Routes>>
}

export function centralInspection(variant: Variant = {}) {
  const { applianceMode = false, firewall = {}, endpoint = {}, tables = {} } = variant
  const table = (name: string, routes: Routes) => routeTable(name, 'insp', tables[name] ?? routes)
  return documentOf(
    { id: 'internet:net', kind: 'internet', name: 'the internet' },
    transitGateway('core', {
      defaultRouteTableAssociation: false,
      defaultRouteTablePropagation: false,
      securityGroupReferencingSupport: true,
    }),
    spoke('east', 31, ['a', 'b']),
    spoke('west', 32, ['a', 'b']),
    spoke('lone', 33, ['c']),
    vpc('insp', '10.110.0.0/16'),
    internetGateway('insp', 'insp'),
    mainTable('insp', 'insp'),
    ['a', 'b'].flatMap((zone, index) => [
      table(`tgw-${zone}`, { '0.0.0.0/0': `vpc-endpoint:fw-${zone}` }),
      table(`fw-${zone}`, { '0.0.0.0/0': `nat-gateway:nat-${zone}`, '10.0.0.0/8': tgw }),
      table(`pub-${zone}`, {
        '0.0.0.0/0': 'internet-gateway:insp',
        '10.0.0.0/8': `vpc-endpoint:fw-${zone}`,
      }),
      inside(`tgw-${zone}`, 'insp', `10.110.0.${16 * index}/28`, zone, `tgw-${zone}`),
      inside(`fw-${zone}`, 'insp', `10.110.1.${16 * index}/28`, zone, `fw-${zone}`),
      inside(`pub-${zone}`, 'insp', `10.110.${2 + index}.0/24`, zone, `pub-${zone}`),
      natGateway(`nat-${zone}`, `pub-${zone}`, {
        privateIp: `10.110.${2 + index}.100`,
        publicIp: `52.70.0.${1 + index}`,
      }),
      inspectionEndpoint(`fw-${zone}`, 'insp', 'fw', `fw-${zone}`, zone === 'b' ? endpoint : {}),
    ]),
    networkFirewall('fw', 'insp', [], {
      statelessRules: stateless,
      statefulRules: stateful,
      ...firewall,
    }),
    tgwAttachment('insp', 'core', 'insp', ['tgw-a', 'tgw-b'], {
      applianceModeSupport: applianceMode,
    }),
    tgwRouteTable('spokes', 'core', {
      associations: ['east', 'west', 'lone'],
      routes: { '0.0.0.0/0': 'insp' },
    }),
    tgwRouteTable('inspected', 'core', {
      associations: ['insp'],
      propagations: ['east', 'west', 'lone'],
    }),
    securityGroup('east', 'east', [all('10.0.0.0/8')]),
    securityGroup('lone', 'lone', [all('10.0.0.0/8')]),
    securityGroup('west', 'west', [
      tcp([1, 6999], '10.0.0.0/8'),
      tcp(7000, sg('east')),
      tcp([8000, 9999], '10.0.0.0/8'),
      rule('udp', '10.0.0.0/8', 0, 65535),
      rule('icmp', '10.0.0.0/8'),
    ]),
    host('east-a', 'east-a', '10.31.1.10', 'east'),
    host('east-b', 'east-b', '10.31.2.10', 'east'),
    host('west-a', 'west-a', '10.32.1.10', 'west'),
    host('west-b', 'west-b', '10.32.2.10', 'west'),
    host('lone', 'lone-c', '10.33.1.10', 'lone'),
  )
}
