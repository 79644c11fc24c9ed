import type { Place } from '../../iac/block'
import { nested, ref } from '../../iac/value'
import { secondaryPart } from '../address-block'
import type { Emit } from '../emit'
import type { ResourceOf } from '../resource'
import {
  accepterPart,
  activePart,
  isOnePlace,
  isPeeringWritten,
  peeringPlan,
  reportDns,
  reportOutcome,
} from './plan'

/** A request waits for the secondary blocks: none can be added while it is pending. (VPC-10) */
const blocksOf = (vpc: ResourceOf<'vpc'>) =>
  vpc.secondaryCidrBlocks.map((block) => ref(vpc.id, 'id', secondaryPart(block)))

const dnsOf = (options: { readonly allowDnsResolutionFromRemoteVpc: boolean }) =>
  nested({ allow_remote_vpc_dns_resolution: options.allowDnsResolutionFromRemoteVpc })

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_peering_connection_accepter */
export const terraform: Emit<'vpc-peering-connection'> = (peering, context) => {
  const { design, block, output, tags, account, gap } = context
  const plan = peeringPlan(peering, design)
  const { requester, accepter } = plan
  reportOutcome(peering, plan, 'terraform', gap)
  if (!isPeeringWritten(plan, 'terraform')) return { blocks: [], outputs: [] }

  const isAccepted = plan.outcome === 'accepted'
  const active = ref(peering.id, 'id', activePart(peering, design))
  if (isAccepted) reportDns(peering, plan, gap)
  const sides = {
    requester: dnsOf(peering.requesterPeeringOptions),
    accepter: dnsOf(peering.accepterPeeringOptions),
  }
  const options = (part: string, place: Place, body: Partial<typeof sides>) =>
    block(
      'aws_vpc_peering_connection_options',
      { vpc_peering_connection_id: active, ...body },
      { part: `${part} options`, place, words: part === '' ? [] : [part] },
    )

  return {
    blocks: [
      block(
        'aws_vpc_peering_connection',
        {
          vpc_id: ref(requester.id),
          peer_vpc_id: ref(accepter.id),
          peer_owner_id: plan.isSameAccount ? undefined : account(accepter.ownerId),
          peer_region: plan.isSameRegion ? undefined : accepter.region,
          auto_accept: isOnePlace(plan) ? isAccepted : undefined,
          tags: tags(),
        },
        { dependsOn: [...blocksOf(requester), ...blocksOf(accepter)] },
      ),
      ...(isAccepted && !isOnePlace(plan)
        ? [
            block(
              'aws_vpc_peering_connection_accepter',
              { vpc_peering_connection_id: ref(peering.id), auto_accept: true, tags: tags() },
              { part: accepterPart, place: accepter },
            ),
          ]
        : []),
      // the default is written too: taking the block away would not switch an option off again
      ...(isAccepted && isOnePlace(plan) ? [options('', requester, sides)] : []),
      ...(isAccepted && !isOnePlace(plan)
        ? [
            options('requester', requester, { requester: sides.requester }),
            options('accepter', accepter, { accepter: sides.accepter }),
          ]
        : []),
    ],
    outputs: [
      output(
        ['peering connection id'],
        `ID of the VPC peering connection ${peering.name}.`,
        ref(peering.id),
      ),
    ],
  }
}
