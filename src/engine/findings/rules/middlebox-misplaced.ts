import { called } from '../../../kinds/called'
import type { NetworkInterface } from '../../../kinds/network'
import type { Id, ResourceOf } from '../../../kinds/resource'
import type { RouteDestination } from '../../../kinds/route-table/schema'
import { keysOf } from '../../../kinds/without'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { defineRule } from '../define-rule'

interface Facts {
  readonly table: ResourceOf<'route-table'>
  readonly destination: RouteDestination
  readonly device: string
  readonly face: NetworkInterface
  /** The subnet that it lies in and should not. */
  readonly subnet: ResourceOf<'subnet'> | null
}

/** An interface that is to forward, and cannot: it checks addresses, or lies in what it protects. */
export const middleboxMisplaced = defineRule<Facts>({
  id: 'L55',
  name: 'middlebox-misplaced',
  severity: 'error',
  rules: ['RT-19', 'EP-12'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html',
  *check(network) {
    const { design } = network
    for (const table of design.all('route-table'))
      for (const destination of keysOf(table.routes).toSorted()) {
        const target = table.routes[destination]?.target ?? null
        const face = target && deviceAt(network, target)
        const device = target && design.get(target)
        if (!target || !face || !device || face.vpcId !== table.vpcId) continue
        const home = network.subnetOf(face)
        const isServed = !table.gatewayId && design.routeTableOf(home.id)?.id === table.id
        const isProtected = [home.cidrBlock, home.ipv6CidrBlock].some((it) => it === destination)
        const place = { table, destination, device: called(device), face }
        const evidence = { type: 'route', routeTableId: table.id, destination, target } as const
        if (face.sourceDestCheck)
          yield {
            resources: [target, table.id],
            evidence: [evidence],
            facts: { ...place, subnet: null },
            repairs: [turnCheckOff(network, face)],
          }
        if (isServed || isProtected)
          yield {
            resources: [target, home.id, table.id],
            evidence: [evidence],
            facts: { ...place, subnet: home },
          }
      }
  },
  say: ({ table, destination, device, subnet }) =>
    subnet
      ? `${called(table)} sends ${destination} to ${device}, which lies in ${called(subnet)}, the very subnet this is for: what it passes on comes back to it. Place it in a subnet of its own, with a table that does not lead to it.`
      : `${called(table)} sends ${destination} to ${device}, but source/destination checking is on at its network interface, so it drops what is not addressed to it. Turn the check off.`,
})

function deviceAt(network: Network, target: Id): NetworkInterface | undefined {
  const it = network.design.resources[target]
  const isEndpoint = it?.kind === 'vpc-endpoint' && it.vpcEndpointType === 'GatewayLoadBalancer'
  return it?.kind === 'workload' || it?.kind === 'network-interface' || isEndpoint
    ? network.interfacesOf(target)[0]
    : undefined
}

function turnCheckOff({ design, document }: Network, face: NetworkInterface) {
  const owner = design.resources[face.interfaceId ?? face.ownerId]
  if (!owner) return null
  return repair({
    id: `check-off:${face.key}`,
    label: 'Turn source/destination checking off',
    preview: `Changes 1 network interface of ${called(owner)}.`,
    document,
    run: (draft) => {
      const it = draft.resources[owner.id]
      if (it?.kind === 'network-interface') it.sourceDestCheck = false
      const own = it?.kind === 'workload' ? it.interfaces[face.subnetId] : undefined
      if (own) own.sourceDestCheck = false
    },
  })
}
