import { z } from '../../base/zod'
import { cidrField, common, idField, zoneField } from '../fields'

/**
 * An EKS cluster as its network sees it: the interfaces of its control plane, and how its pods
 * leave their nodes.
 * @source https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
 */
export const schema = z.strictObject({
  id: idField('eks-cluster'),
  kind: z.literal('eks-cluster'),
  ...common,
  vpcId: idField('vpc'),
  subnetIds: z.array(idField('subnet')).default([]),
  securityGroupIds: z.array(idField('security-group')).default([]),
  serviceIpv4Cidr: cidrField.nullable().default(null),
  /** `AWS_VPC_K8S_CNI_EXTERNALSNAT`: on, pods keep their addresses wherever they go. (LB-15) */
  externalSnat: z.boolean().default(false),
  /** `AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS`: where pods keep their addresses all the same. */
  excludeSnatCidrs: z.array(cidrField).default([]),
  /** Custom networking: an ENIConfig for each zone; empty where it is off. (LB-14) */
  eniConfigs: z
    .record(
      zoneField,
      z.strictObject({
        subnetId: idField('subnet'),
        securityGroupIds: z.array(idField('security-group')).default([]),
      }),
    )
    .default({}),
})
