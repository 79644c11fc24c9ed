import { z } from '../base/zod'
import type { Id as AnyId } from '../base/id'
import { schema as internetGateway } from './internet-gateway/schema'
import { schema as internet } from './internet/schema'
import { schema as natGateway } from './nat-gateway/schema'
import { schema as publicAddress } from './public-address/schema'
import { schema as routeTable } from './route-table/schema'
import { schema as securityGroup } from './security-group/schema'
import { schema as subnet } from './subnet/schema'
import { schema as vpcPeeringConnection } from './vpc-peering-connection/schema'
import { schema as vpc } from './vpc/schema'
import { schema as workload } from './workload/schema'

/** The union of all kinds, told apart by `kind`. */
export const resourceSchema = z.discriminatedUnion('kind', [
  vpc,
  subnet,
  routeTable,
  internetGateway,
  natGateway,
  vpcPeeringConnection,
  securityGroup,
  workload,
  internet,
  publicAddress,
])

export type Resource = z.output<typeof resourceSchema>
export type Kind = Resource['kind']
export type ResourceOf<K extends Kind> = Extract<Resource, { kind: K }>
export type Id<K extends Kind = Kind> = AnyId<K>
