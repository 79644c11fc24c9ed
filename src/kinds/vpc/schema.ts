import { z } from '../../base/zod'
import { accountIdField, cidr6Field, cidrField, common, idField, regionField } from '../fields'

/**
 * What VPC Block Public Access stops: nothing, all internet traffic, or all that comes in.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_BlockPublicAccessStates.html
 */
export const internetGatewayBlockModes = ['off', 'block-bidirectional', 'block-ingress'] as const

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html */
export const schema = z.strictObject({
  id: idField('vpc'),
  kind: z.literal('vpc'),
  ...common,
  ownerId: accountIdField,
  region: regionField,
  /** The primary IPv4 block. */
  cidrBlock: cidrField,
  secondaryCidrBlocks: z.array(cidrField).default([]),
  ipv6CidrBlocks: z.array(cidr6Field).default([]),
  enableDnsSupport: z.boolean().default(true),
  enableDnsHostnames: z.boolean().default(false),
  /** As Block Public Access stands for this VPC, its exclusions taken into account. (NET-25) */
  internetGatewayBlockMode: z.enum(internetGatewayBlockModes).default('off'),
})
