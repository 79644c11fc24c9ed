import { z } from '../../base/zod'
import type { Id } from '../../base/id'
import type { Cidr } from '../../net/cidr'
import { common, destinationField, idField, oneOfIds } from '../fields'

/** The kinds that a route may name as its target, beside `local`. (RT-13) */
export const routeTargetKinds = [
  'internet-gateway',
  'egress-only-internet-gateway',
  'nat-gateway',
  'vpc-peering-connection',
  'transit-gateway',
  'vpn-gateway',
  'vpc-endpoint',
  'network-interface',
  'workload',
] as const

/** A block, or a managed prefix list that stands for several. */
export type RouteDestination = Cidr | Id<'prefix-list'>

/**
 * A route. Its destination is its key in `routes`: a table holds each destination once.
 * A null target is a target that is gone; such a route is a blackhole. A workload as target is an
 * instance ID, which means its primary interface.
 */
export const routeSchema = z
  .strictObject({
    target: oneOfIds(routeTargetKinds, 'the target of a route').nullable(),
    /** A target that no resource of the design is, as AWS calls it: what it does is not modelled. */
    otherTarget: z.string().min(1).max(255).optional(),
  })
  .refine((route) => route.target === null || route.otherTarget === undefined, {
    message: 'A route has one target',
    params: { mend: 'Set either target or otherTarget.' },
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
  /** The gateway whose incoming traffic it routes: an edge association. (RT-15) */
  gatewayId: oneOfIds(['internet-gateway', 'vpn-gateway'], 'the gateway of an edge association')
    .nullable()
    .default(null),
  /** The virtual private gateways that install what they know here. (VPN-2) */
  propagatingVgwIds: z.array(idField('vpn-gateway')).default([]),
  routes: z.record(destinationField, routeSchema).default({}),
})
