import { emptyDocument, type Document } from '../../model/document'
import { examples } from '../../model/examples/examples'
import { filtersDocument, interfacesDocument } from './filters'
import { balancingDocument } from './balancing'
import { appliancesDocument, endpointsDocument, undeployedDocument } from './endpoints'
import { finishedS1 } from './finished-s1'
import { directConnectDocument, hybridDocument, hybridTablesDocument } from './hybrid'
import { emulatedDocument, hostileDocument } from './hostile-document'
import { networksDocument } from './networks'
import { workloadsDocument } from './workloads'
import { prefixListDocument, transitDocument } from './transit'

/** Every design that the tests of this room write out. */
export const documents: readonly (readonly [string, Document])[] = [
  ['an empty design', emptyDocument('Empty')],
  ...examples.map(({ title, document }) => [title, document] as const),
  ['S1, finished', finishedS1()],
  ['filters', filtersDocument()],
  ['interfaces', interfacesDocument()],
  ['hostile names', hostileDocument()],
  ['hostile names, as far as the emulator goes', emulatedDocument()],
  ['load balancers', balancingDocument()],
  ['endpoints', endpointsDocument()],
  ['appliances', appliancesDocument()],
  ['firewalls, and what else the emulator cannot deploy', undeployedDocument()],
  ['transit gateways', transitDocument()],
  ['VPN connections', hybridDocument()],
  ['VPN connections in tables of their own', hybridTablesDocument()],
  ['Direct Connect and Client VPN', directConnectDocument()],
  ['prefix lists of a transit gateway', prefixListDocument()],
  ['workloads of every type', workloadsDocument()],
  ['shared subnets, Block Public Access, regional NAT gateways', networksDocument()],
]
