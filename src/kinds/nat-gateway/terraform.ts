import { nested, ref } from '../../iac/value'
import type { Emit } from '../emit'
import { addressPart, isNatGatewayWritten, natPlan, reportNat } from './plan'

export const terraform: Emit<'nat-gateway'> = (nat, context) => {
  const { block, output, tags } = context
  reportNat(nat, context)
  if (!isNatGatewayWritten(nat)) return { blocks: [], outputs: [] }
  const plan = natPlan(nat, context, 'terraform')
  const [first, ...further] = nat.subnetId ? plan.addresses : []
  const allocationOf = ({ part }: { readonly part: string }) => ref(nat.id, 'id', part)
  return {
    blocks: [
      ...plan.addresses.map(({ part, words }) =>
        block('aws_eip', { domain: 'vpc', tags: tags() }, { part, words, dependsOn: plan.waits }),
      ),
      block(
        'aws_nat_gateway',
        {
          availability_mode: nat.subnetId ? undefined : nat.availabilityMode,
          connectivity_type: nat.connectivityType,
          vpc_id: nat.vpcId ? ref(nat.vpcId) : undefined,
          subnet_id: nat.subnetId ? ref(nat.subnetId) : undefined,
          allocation_id: first && allocationOf(first),
          private_ip: nat.subnetId ? (nat.privateIp ?? undefined) : undefined,
          secondary_allocation_ids: further.length > 0 ? further.map(allocationOf) : undefined,
          secondary_private_ip_addresses:
            plan.secondaryPrivate.length > 0 ? plan.secondaryPrivate : undefined,
          secondary_private_ip_address_count: plan.secondaryCount || undefined,
          availability_zone_address:
            plan.zones.length > 0
              ? plan.zones.map(({ zone, addresses }) =>
                  nested({ availability_zone: zone, allocation_ids: addresses.map(allocationOf) }),
                )
              : undefined,
          tags: tags(),
        },
        { dependsOn: plan.waits },
      ),
    ],
    outputs: plan.addresses.map(({ part, words }) =>
      output(
        [...words, 'public ip'],
        `Elastic IP address of the NAT gateway ${nat.name}${part === addressPart ? '' : ` (${words.join(' ')})`}.`,
        ref(nat.id, 'public_ip', part),
      ),
    ),
  }
}
