import { z } from '../../base/zod'
import { accountIdField, common, idField, regionField } from '../fields'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayOptions.html */
export const schema = z.strictObject({
  id: idField('transit-gateway'),
  kind: z.literal('transit-gateway'),
  ...common,
  ownerId: accountIdField,
  region: regionField,
  amazonSideAsn: z.int().min(64512).max(4294967294).default(64512),
  /** New attachments are associated with the default route table. (TGW-8) */
  defaultRouteTableAssociation: z.boolean().default(true),
  /** New attachments propagate to the default route table. (TGW-8) */
  defaultRouteTablePropagation: z.boolean().default(true),
  autoAcceptSharedAttachments: z.boolean().default(false),
  dnsSupport: z.boolean().default(true),
  vpnEcmpSupport: z.boolean().default(true),
  securityGroupReferencingSupport: z.boolean().default(false),
  /** The accounts it is shared with by AWS Resource Access Manager. (TGW-18) */
  sharedWith: z.array(accountIdField).default([]),
})
