import type { Id, ResourceOf } from '../../kinds/resource'
import { addRoute } from '../../model/edits/add-route'
import { subnetsServedBy } from '../../model/internet-access'
import type { Design } from '../../kinds/contract'
import { anywhere } from '../../net/ranges'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'
import { called } from '../../kinds/called'
import { saysPublic } from './says-public'
import { listed } from './words'

type Subnet = ResourceOf<'subnet'>

/**
 * The subnets of a VPC that are of no use unless they are public: they say so, hold a public NAT
 * gateway, or hold an interface with a public address.
 */
export function subnetsMeantPublic(design: Design, vpcId: Id<'vpc'>): readonly Subnet[] {
  const gateways = design
    .all('nat-gateway')
    .filter((it) => it.connectivityType === 'public' && it.state === 'available')
  const faces = design.all('workload').flatMap((it) => Object.entries(it.interfaces))
  return design.all('subnet').filter((subnet) => {
    if (subnet.vpcId !== vpcId) return false
    return (
      saysPublic(subnet) ||
      gateways.some((it) => it.subnetId === subnet.id) ||
      faces.some(([id, face]) => id === subnet.id && face.publicAddress !== 'none')
    )
  })
}

/**
 * Default routes to the gateway, one repair for each table of its VPC that serves subnets meant to
 * be public and no others, and that sends nothing of the internet elsewhere.
 */
export function openPublicSubnets(
  { design, document }: Network,
  gateway: ResourceOf<'internet-gateway'>,
  vpcId: Id<'vpc'>,
): readonly (Repair | null)[] {
  const meant = new Set(subnetsMeantPublic(design, vpcId).map((it) => it.id))
  return design.all('route-table').map((table) => {
    const served = subnetsServedBy(design, table.id)
    const fits = served.length > 0 && served.every((it) => meant.has(it.id))
    if (!fits || table.vpcId !== vpcId || table.routes[anywhere]) return null
    return repair({
      id: `internet-route:${table.id}`,
      label: `Route ${anywhere} of ${called(table)} to the internet gateway`,
      preview: `Adds 1 route in ${called(table)}: ${anywhere} to ${called(gateway)}. Makes ${listed(served.map(called))} public.`,
      document,
      run: (draft) => {
        addRoute(draft, table.id, anywhere, gateway.id)
      },
    })
  })
}
