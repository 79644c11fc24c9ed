import { z } from '../../base/zod'
import type { Id } from '../../base/id'
import { cidrField, common, idField } from '../fields'

/** The kinds that a route may name as its target, beside `local`. */
export const routeTargetKinds = [
  'internet-gateway',
  'nat-gateway',
  'vpc-peering-connection',
] as const

const targetField = z
  .string()
  .refine((text) => routeTargetKinds.some((kind) => text.startsWith(`${kind}:`)), {
    error: (issue) => `${JSON.stringify(issue.input)} cannot be the target of a route`,
    params: { mend: `Name one of these kinds: ${routeTargetKinds.join(', ')}.` },
  }) as unknown as z.ZodType<Id<(typeof routeTargetKinds)[number]>>

/**
 * A static route. Its destination is its key in `routes`: a table holds each destination once.
 * A null target is a target that is gone; such a route is a blackhole.
 */
export const routeSchema = z.strictObject({
  target: targetField.nullable(),
})

/**
 * Local routes are not written down: they follow from the VPC's blocks.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html
 */
export const schema = z.strictObject({
  id: idField('route-table'),
  kind: z.literal('route-table'),
  ...common,
  vpcId: idField('vpc'),
  /** The main route table serves every subnet of the VPC without an explicit association. */
  main: z.boolean().default(false),
  routes: z.record(cidrField, routeSchema).default({}),
})
