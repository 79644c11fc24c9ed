import { z } from '../../base/zod'
import { common, idField, ipField, networkInterfaceIdField, oneOfIds } from '../fields'

export const endpointTypes = ['Gateway', 'Interface', 'GatewayLoadBalancer'] as const

export const endpointStates = [
  'pendingAcceptance',
  'pending',
  'available',
  'deleting',
  'deleted',
  'rejected',
  'failed',
  'expired',
] as const

/** The endpoint network interface in one subnet. (EP-6) */
const interfaceSchema = z.strictObject({
  networkInterfaceId: networkInterfaceIdField,
  /** Null means that AWS chooses one from the subnet. */
  privateIp: ipField.nullable().default(null),
})

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
export const schema = z
  .strictObject({
    id: idField('vpc-endpoint'),
    kind: z.literal('vpc-endpoint'),
    ...common,
    vpcId: idField('vpc'),
    vpcEndpointType: z.enum(endpointTypes),
    /** What it leads to; null where nobody has said so yet. */
    serviceId: oneOfIds(
      ['aws-service', 'vpc-endpoint-service', 'network-firewall'],
      'the service of a VPC endpoint',
    )
      .nullable()
      .default(null),
    state: z.enum(endpointStates).default('available'),
    /** The tables that AWS adds a route to, for a gateway endpoint. (EP-1) */
    routeTableIds: z.array(idField('route-table')).default([]),
    /** Where its network interfaces lie; a Gateway Load Balancer endpoint has one. (EP-6, EP-12) */
    subnets: z
      .record(idField('subnet') as z.ZodType<`subnet:${string}`, string>, interfaceSchema)
      .default({}),
    /** Of the network interfaces of an interface endpoint. (EP-6) */
    securityGroupIds: z.array(idField('security-group')).default([]),
    privateDnsEnabled: z.boolean().default(false),
  })
  .refine((it) => it.vpcEndpointType === 'Gateway' || it.routeTableIds.length === 0, {
    message: 'Only a gateway endpoint is associated with route tables',
    params: { mend: 'Leave routeTableIds empty.' },
  })
  .refine((it) => it.vpcEndpointType !== 'Gateway' || Object.keys(it.subnets).length === 0, {
    message: 'A gateway endpoint lies in no subnet',
    params: { mend: 'Leave subnets empty.' },
  })
