import { z } from '../../base/zod'
import { accountIdField, cidr6Field, cidrField, common, idField, zoneField } from '../fields'
import { internetGatewayBlockModes } from '../vpc/schema'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
export const schema = z
  .strictObject({
    id: idField('subnet'),
    kind: z.literal('subnet'),
    ...common,
    vpcId: idField('vpc'),
    availabilityZone: zoneField,
    /** The same in every account, unlike the name; null where nobody said. (VPC-24) */
    availabilityZoneId: z.string().min(1).max(32).nullable().default(null),
    /** Null for an IPv6-only subnet. */
    cidrBlock: cidrField.nullable(),
    ipv6CidrBlock: cidr6Field.nullable().default(null),
    /** The explicitly associated route table; null means the main route table of the VPC. */
    routeTableId: idField('route-table').nullable().default(null),
    /** Null means the default network ACL of the VPC. */
    networkAclId: idField('network-acl').nullable().default(null),
    /** Instances launched here get a public IPv4 address unless they say otherwise. */
    mapPublicIpOnLaunch: z.boolean().default(false),
    /** Instances launched here get an IPv6 address unless they say otherwise. */
    assignIpv6AddressOnCreation: z.boolean().default(false),
    /** The Resolver answers with IPv4 addresses written as IPv6 ones. (NET-20) */
    enableDns64: z.boolean().default(false),
    /** As Block Public Access stands for this subnet; null means as for its VPC. (NET-25) */
    internetGatewayBlockMode: z.enum(internetGatewayBlockModes).nullable().default(null),
    /** The accounts it is shared with: participants, who place resources of their own in it. */
    sharedWith: z.array(accountIdField).default([]),
  })
  .refine((subnet) => subnet.cidrBlock !== null || subnet.ipv6CidrBlock !== null, {
    message: 'A subnet has an IPv4 block, an IPv6 block or both',
    params: { mend: 'Set cidrBlock or ipv6CidrBlock.' },
  })
