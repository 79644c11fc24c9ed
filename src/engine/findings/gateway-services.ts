import { blocksOfService, isSameService } from '../../kinds/aws-service/blocks'
import type { ResolvedRouteTable } from '../../kinds/network'
import type { ResourceOf } from '../../kinds/resource'
import { winningRoute } from '../../kinds/route-table/forward'
import { gatewayServiceOf } from '../../kinds/vpc-endpoint/routes'
import { endsOf } from '../../net/cidr'
import type { Network } from '../network'

type Service = ResourceOf<'aws-service'>
type Vpc = ResourceOf<'vpc'>
type Endpoint = ResourceOf<'vpc-endpoint'>

/** How hosts of a VPC that share a table come to S3 or DynamoDB of their Region. */
export interface ServiceUse {
  readonly vpc: Vpc
  readonly service: Service
  readonly table: ResolvedRouteTable
  /** The subnets of that table which have hosts. */
  readonly subnets: readonly ResourceOf<'subnet'>[]
  /** What the table's route for the service leads to; null where it has none. */
  readonly by: 'nat-gateway' | 'vpc-endpoint' | 'other' | null
  /** The gateway endpoint of the VPC for this service. */
  readonly endpoint: Endpoint | undefined
}

/**
 * Which tables with hosts lead to a service that a gateway endpoint could serve, and how? Only
 * services that the design shows count; one that an interface endpoint serves by its private name
 * needs no other way. (EP-1, EP-2, EP-13)
 */
export function* serviceUses(network: Network): Generator<ServiceUse> {
  const { design } = network
  for (const vpc of design.all('vpc'))
    for (const service of offeredIn(network, vpc)) {
      const endpoints = design.all('vpc-endpoint').filter((it) => it.vpcId === vpc.id)
      if (endpoints.some((it) => isNamedFor(it, service, network))) continue
      const endpoint = endpoints.find((it) => {
        const served = gatewayServiceOf(it, design)
        return served !== undefined && isSameService(served, service)
      })
      const [block] = blocksOfService(service, design)
      if (!block) continue
      for (const table of network.tables.filter((it) => it.vpcId === vpc.id)) {
        const subnets = network
          .subnetsOf(vpc.id)
          .filter((it) => network.tableOf(it.id) === table && hasHosts(network, it))
        if (subnets.length === 0) continue
        const target = winningRoute(table, endsOf(block)[0])?.target ?? null
        const kind = target && target !== 'local' ? network.component(target)?.kind : undefined
        const by =
          kind === 'nat-gateway' || kind === 'vpc-endpoint' ? kind : target ? 'other' : null
        yield { vpc, service, table, subnets, by, endpoint }
      }
    }
}

/** S3 and DynamoDB of the Region, each once however often it is drawn. */
function offeredIn({ design }: Network, { region }: Vpc): readonly Service[] {
  const all = design.all('aws-service').filter((it) => it.region === region && it.service !== 'any')
  return all.filter((it, index) => all.findIndex((other) => isSameService(other, it)) === index)
}

function isNamedFor(it: Endpoint, service: Service, { design }: Network): boolean {
  const meant = it.serviceId && design.get(it.serviceId)
  return (
    it.vpcEndpointType === 'Interface' &&
    it.privateDnsEnabled &&
    meant?.kind === 'aws-service' &&
    isSameService(meant, service)
  )
}

/** Hosts of the user's own, which may call a service; devices of AWS do not. */
const hasHosts = (network: Network, { id }: ResourceOf<'subnet'>) =>
  network.interfaces.some((face) => {
    const kind = network.component(face.ownerId)?.kind
    return face.subnetId === id && (kind === 'workload' || kind === 'eks-pods')
  })
