import type { Document } from '../../model/document'
import {
  documentOf,
  internetGateway,
  mainTable,
  networkAcl,
  prefixList,
  routeTable,
  subnet,
  tcp,
  vpc,
} from '../../model/testing/build'

const range = (count: number) => Array.from({ length: count }, (_, index) => index)

/** How many of each: four rules in a group, forty entries in a list. */
interface Sizes {
  readonly groups: number
  readonly lists: number
  readonly subnets: number
}

const [rules, entries] = [4, 40] as const

/** A design with many texts: descriptions of rules and of entries, names and tags of everything. */
export function denseDocument({ groups, lists, subnets }: Sizes): Document {
  return documentOf(
    vpc('a', '10.0.0.0/16'),
    mainTable('main', 'a'),
    internetGateway('gateway', 'a'),
    range(subnets).flatMap((number) => [
      routeTable(`table-${number}`, 'a', { '0.0.0.0/0': 'internet-gateway:gateway' }),
      networkAcl(`acl-${number}`, 'a'),
      subnet(`subnet-${number}`, 'a', `10.0.${number}.0/24`, {
        routeTableId: `route-table:table-${number}`,
        networkAclId: `network-acl:acl-${number}`,
      }),
    ]),
    range(groups).map((number) => ({
      id: `security-group:${number}`,
      kind: 'security-group',
      name: `group ${number}`,
      vpcId: 'vpc:a',
      description: 'replaced',
      ingress: Object.fromEntries(
        range(rules).map((rule) => [
          `rule-${rule}`,
          { ...tcp(1000 + rule, '10.0.0.0/16'), description: 'replaced' },
        ]),
      ),
    })),
    range(lists).map((number) =>
      prefixList(
        `list-${number}`,
        range(entries).map((entry) => `10.${number}.${entry}.0/24`),
        { maxEntries: entries },
      ),
    ),
  )
}
