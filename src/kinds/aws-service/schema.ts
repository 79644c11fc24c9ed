import { z } from '../../base/zod'
import { cidrField, common, idField, regionField } from '../fields'

/** What a place may be; `any` stands for a service that has no gateway endpoint. (EP-1) */
export const publicServices = ['s3', 'dynamodb', 'any'] as const

/**
 * The public addresses of an AWS service in one Region, outside every VPC.
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 */
export const schema = z.strictObject({
  id: idField('aws-service'),
  kind: z.literal('aws-service'),
  ...common,
  service: z.enum(publicServices).default('s3'),
  region: regionField,
  /** The IPv4 entries of AWS's managed prefix list; empty where nobody wrote them down. */
  prefixes: z.array(cidrField).default([]),
})
