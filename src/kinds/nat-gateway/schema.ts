import { z } from '../../base/zod'
import { common, idField, ipField, networkInterfaceIdField, zoneField } from '../fields'

/** One further address of a NAT gateway. */
const secondaryAddress = z.strictObject({
  privateIp: ipField.nullable().default(null),
  /** Null for a private NAT gateway, or where AWS allocates one. */
  publicIp: ipField.nullable().default(null),
})

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
export const schema = z
  .strictObject({
    id: idField('nat-gateway'),
    kind: z.literal('nat-gateway'),
    ...common,
    /** Null for a regional NAT gateway, which lies in no subnet. (NET-19) */
    subnetId: idField('subnet').nullable().default(null),
    /** The VPC of a regional NAT gateway; a zonal one's is its subnet's. */
    vpcId: idField('vpc').nullable().default(null),
    availabilityMode: z.enum(['zonal', 'regional']).default('zonal'),
    /** The zones of a regional one in manual mode; null where AWS chooses them. */
    availabilityZones: z.array(zoneField).nullable().default(null),
    /** The route table of a regional one; null means one that leads to the internet gateway. */
    routeTableId: idField('route-table').nullable().default(null),
    connectivityType: z.enum(['public', 'private']).default('public'),
    state: z.enum(['pending', 'failed', 'available', 'deleting', 'deleted']).default('available'),
    /** Null means that AWS chooses one from the subnet. */
    privateIp: ipField.nullable().default(null),
    /** Its Elastic IP address; null means that one is allocated with the gateway. */
    publicIp: ipField.nullable().default(null),
    networkInterfaceId: networkInterfaceIdField,
    secondaryAddresses: z.array(secondaryAddress).default([]),
  })
  .refine((nat) => (nat.availabilityMode === 'zonal') === (nat.subnetId !== null), {
    message: 'A zonal NAT gateway lies in a subnet, a regional one in none',
    params: { mend: 'Set subnetId for a zonal NAT gateway, vpcId for a regional one.' },
  })
  .refine((nat) => (nat.availabilityMode === 'regional') === (nat.vpcId !== null), {
    message: 'A regional NAT gateway names its VPC; a zonal one takes that of its subnet',
    params: { mend: 'Set vpcId for a regional NAT gateway only.' },
  })
  .refine((nat) => nat.availabilityMode === 'zonal' || nat.connectivityType === 'public', {
    message: 'A regional NAT gateway is public',
    params: { mend: 'Set connectivityType to public.' },
  })
