import { nested, ref } from '../../iac/value'
import type { Emit } from '../emit'
import { addressPart, isNatGatewayWritten, natPlan, reportNat } from './plan'

export const cloudformation: Emit<'nat-gateway'> = (nat, context) => {
  const { block, output, tags } = context
  reportNat(nat, context)
  if (!isNatGatewayWritten(nat)) return { blocks: [], outputs: [] }
  const plan = natPlan(nat, context, 'cloudformation')
  const [first, ...further] = nat.subnetId ? plan.addresses : []
  const allocationOf = ({ part }: { readonly part: string }) => ref(nat.id, 'AllocationId', part)
  return {
    blocks: [
      ...plan.addresses.map(({ part, words }) =>
        block(
          'AWS::EC2::EIP',
          { Domain: 'vpc', Tags: tags() },
          { part, words, dependsOn: plan.waits },
        ),
      ),
      block(
        'AWS::EC2::NatGateway',
        {
          AvailabilityMode: nat.subnetId ? undefined : nat.availabilityMode,
          ConnectivityType: nat.connectivityType,
          VpcId: nat.vpcId ? ref(nat.vpcId) : undefined,
          SubnetId: nat.subnetId ? ref(nat.subnetId) : undefined,
          AllocationId: first && allocationOf(first),
          PrivateIpAddress: nat.subnetId ? (nat.privateIp ?? undefined) : undefined,
          SecondaryAllocationIds: further.length > 0 ? further.map(allocationOf) : undefined,
          SecondaryPrivateIpAddresses:
            plan.secondaryPrivate.length > 0 ? plan.secondaryPrivate : undefined,
          SecondaryPrivateIpAddressCount: plan.secondaryCount || undefined,
          AvailabilityZoneAddresses:
            plan.zones.length > 0
              ? plan.zones.map(({ zone, addresses }) =>
                  nested({
                    AvailabilityZone: zone,
                    AllocationIds: addresses.map(allocationOf),
                  }),
                )
              : undefined,
          Tags: tags(),
        },
        { dependsOn: plan.waits },
      ),
    ],
    outputs: plan.addresses.map(({ part, words }) =>
      output(
        [...words, 'public ip'],
        `Elastic IP address of the NAT gateway ${nat.name}${part === addressPart ? '' : ` (${words.join(' ')})`}.`,
        ref(nat.id, 'PublicIp', part),
      ),
    ),
  }
}
