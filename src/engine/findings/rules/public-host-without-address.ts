import type { Id, ResourceOf } from '../../../kinds/resource'
import { anywhere } from '../../../net/ranges'
import { elasticIpRepair } from '../../repairs/public-address'
import { saysPublic } from '../../repairs/says-public'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

/** A host beside an internet gateway that no address on the internet leads to. */
export const publicHostWithoutAddress = defineRule<{
  workload: ResourceOf<'workload'>
  subnet: ResourceOf<'subnet'>
  meant: boolean
}>({
  id: 'L27',
  name: 'public-host-without-address',
  severity: 'error',
  rules: ['NET-2'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  *check(network) {
    const { design } = network
    for (const workload of design.all('workload')) {
      for (const [subnetId, face] of Object.entries(workload.interfaces)) {
        const subnet = design.get(subnetId as Id<'subnet'>)
        if (!subnet || face.publicAddress !== 'none' || !design.isPublicSubnet(subnet.id)) continue
        const target = design.routeTableOf(subnet.id)?.routes[anywhere]?.target
        // a default route elsewhere, to a NAT gateway say, takes the host to the internet without
        if (target && !target.startsWith('internet-gateway:')) continue
        const meant = saysPublic(workload)
        yield {
          resources: [workload.id, subnet.id],
          evidence: [
            {
              type: 'field',
              resourceId: workload.id,
              field: `interfaces.${subnet.id}.publicAddress`,
            },
          ],
          facts: { workload, subnet, meant },
          severity: meant ? 'error' : 'info',
          repairs: meant ? [elasticIpRepair(network, workload, subnet)] : [],
        }
      }
    }
  },
  say: ({ workload, subnet, meant }) =>
    `${called(workload)} has no public address in public ${called(subnet)}, so it neither reaches the internet nor is reached from it${meant ? ', though its name or tags call it public' : ''}. Give it a public address, or place it in a private subnet.`,
})
