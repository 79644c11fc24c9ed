import {
  all,
  documentOf,
  mainTable,
  routeTable,
  securityGroup,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'

type More = Readonly<Record<string, unknown>>
type Routes = Readonly<Record<string, string | null>>

export const tgw = (name = 't') => `transit-gateway:${name}`

/** What a site is beside its name and its second octet. */
export interface Site {
  /** The zones with a subnet and an open host each. */
  readonly zones?: readonly string[]
  /** The zones with a subnet of the attachment, a /28 of its own. */
  readonly attached?: readonly string[]
  /** The main route table, which the host subnets use. */
  readonly routes?: Routes
  /** The route table of the attachment's subnets. */
  readonly back?: Routes
  readonly ingress?: readonly unknown[]
  readonly egress?: readonly unknown[]
  readonly vpc?: More
  readonly subnet?: More
  readonly attachmentSubnet?: More
  readonly attachment?: More
  readonly gateway?: string
}

/**
 * A VPC 10.n.0.0/16 attached to a transit gateway: host subnets 10.n.0.0/24, 10.n.1.0/24 … named
 * `x-a`, `x-b` …, attachment subnets 10.n.100.0/28, 10.n.101.0/28 … named `x-tgw-a` …, and hosts
 * `x` in the first zone, `x-b`, `x-c` in the others.
 */
export function site(name: string, octet: number, more: Site = {}): readonly object[] {
  const { zones = ['a'], attached = zones, gateway = 't' } = more
  const { routes = { '10.0.0.0/8': tgw(gateway) }, back = {} } = more
  const region = typeof more.vpc?.['region'] === 'string' ? more.vpc['region'] : 'eu-west-1'
  const zoneOf = (zone: string) => ({ availabilityZone: `${region}${zone}` })
  return [
    vpc(name, `10.${octet}.0.0/16`, more.vpc),
    mainTable(name, name, routes),
    routeTable(`${name}-tgw`, name, back),
    securityGroup(name, name, more.ingress ?? [all('0.0.0.0/0')], more.egress),
    ...zones.flatMap((zone, index) => [
      subnet(`${name}-${zone}`, name, `10.${octet}.${index}.0/24`, {
        ...zoneOf(zone),
        ...more.subnet,
      }),
      workload(index === 0 ? name : `${name}-${zone}`, `${name}-${zone}`, {
        securityGroupIds: [`security-group:${name}`],
      }),
    ]),
    ...attached.map((zone, index) =>
      subnet(`${name}-tgw-${zone}`, name, `10.${octet}.${100 + index}.0/28`, {
        ...zoneOf(zone),
        routeTableId: `route-table:${name}-tgw`,
        ...more.attachmentSubnet,
      }),
    ),
    tgwAttachment(
      name,
      gateway,
      name,
      attached.map((zone) => `${name}-tgw-${zone}`),
      more.attachment,
    ),
  ]
}

export const gateway = transitGateway('t')

/** One table for everything: what a default transit gateway does. (TGW-8) */
export const oneTable = (...names: readonly string[]) =>
  tgwRouteTable('rt', 't', { associations: names, propagations: names })

export const a = (more: Site = {}) => site('a', 0, more)
export const b = (more: Site = {}) => site('b', 1, more)

/** Sites a and b on one transit gateway, with one table unless others are given. */
export const two = (one: Site = {}, other: Site = {}, ...more: readonly unknown[]) =>
  documentOf(gateway, a(one), b(other), more.length > 0 ? more.flat() : oneTable('a', 'b'))
