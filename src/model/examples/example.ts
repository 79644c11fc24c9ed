import { resourceSchema, type Id, type Resource } from '../../kinds/resource'
import type { Account, Box, Document } from '../document'

/** What an example asks when it is opened: the ends are resources of it. */
export interface Flow {
  readonly source: Id
  readonly destination: Id
  readonly protocol: 'tcp' | 'udp' | 'icmp'
  readonly port: number | null
}

/** A built-in design that tells a story. */
export interface Example {
  readonly id: string
  readonly title: string
  /** One sentence for the start page. */
  readonly about: string
  /** What to do, one step an entry. */
  readonly story: readonly string[]
  readonly flow: Flow
  readonly document: Document
}

interface Parts {
  readonly name: string
  readonly description: string
  readonly accounts: readonly Account[]
  /** Written as in a saved file, with the id inside. */
  readonly resources: readonly unknown[]
  readonly layout: Readonly<Record<string, Box>>
}

/** A document of these parts, each resource read by its schema as a saved file's would be. */
export function assemble({ name, description, accounts, resources, layout }: Parts): Document {
  const read: readonly Resource[] = resources.map((it) => resourceSchema.parse(it))
  return {
    name,
    description,
    accounts,
    resources: Object.fromEntries(read.map((it) => [it.id, it])),
    layout,
  }
}

/** An allow rule for one tcp port from a block. */
export const tcpFrom = (port: number, cidrIpv4: string, description: string) => ({
  ipProtocol: 'tcp',
  fromPort: port,
  toPort: port,
  cidrIpv4,
  description,
})

/** What a new security group lets out. (SG-3) */
export const allOutbound = { 'rule-1': { ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' } }
