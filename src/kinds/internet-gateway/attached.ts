import type { Design } from '../contract'
import type { Id, ResourceOf } from '../resource'

/** The internet gateway attached to a VPC; AWS allows one. */
export function attachedGateway(
  vpcId: Id<'vpc'> | undefined,
  design: Design,
): ResourceOf<'internet-gateway'> | undefined {
  return design
    .all('internet-gateway')
    .find((it) => it.vpcId === vpcId && it.attachmentState === 'attached')
}
