import { z } from '../../base/zod'
import type { Id } from '../../base/id'
import type { Cidr } from '../../net/cidr'
import { common, destinationField, idField, oneOfIds } from '../fields'

/** The kinds of attachment that a transit gateway route table knows. (TGW-1) */
export const attachmentKinds = [
  'transit-gateway-vpc-attachment',
  'transit-gateway-peering-attachment',
  'vpn-connection',
  'direct-connect-gateway-association',
  'transit-gateway-connect',
] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

const attachmentField = oneOfIds(attachmentKinds, 'an attachment of a transit gateway')

/** A block, or a managed prefix list that is referenced. */
export type TransitGatewayDestination = Cidr | Id<'prefix-list'>

/** A static route or a prefix list reference; without an attachment it is a blackhole. (TGW-10) */
export const transitGatewayRouteSchema = z
  .strictObject({
    attachmentId: attachmentField.nullable(),
    /** An attachment that is not in the design, as AWS calls it: where it leads is not modelled. */
    otherAttachment: z.string().min(1).max(255).optional(),
  })
  .refine((route) => route.attachmentId === null || route.otherAttachment === undefined, {
    message: 'A route has one attachment',
    params: { mend: 'Set either attachmentId or otherAttachment.' },
  })

/**
 * Propagated routes are not written down: they follow from the propagations.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRouteTable.html
 */
export const schema = z.strictObject({
  id: idField('transit-gateway-route-table'),
  kind: z.literal('transit-gateway-route-table'),
  ...common,
  transitGatewayId: idField('transit-gateway'),
  defaultAssociationRouteTable: z.boolean().default(false),
  defaultPropagationRouteTable: z.boolean().default(false),
  /** The attachments whose packets are looked up here. (TGW-6) */
  associations: z.array(attachmentField).default([]),
  /** The attachments that install their routes here. (TGW-7) */
  propagations: z.array(attachmentField).default([]),
  routes: z.record(destinationField, transitGatewayRouteSchema).default({}),
})
