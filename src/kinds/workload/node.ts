import { part, parts, text, type DescribeContext, type Entry, type Raw } from '../describe'
import { faceOf, facesOfInstance } from '../network-interface/described'

const isTagged = (it: Raw, list: string, key: RegExp): boolean =>
  parts(it, list).some((tag) => key.test(text(tag, 'Key') ?? ''))

/**
 * Does it run pods of Amazon EKS, with addresses of its interfaces? Whether they keep those outside
 * the VPC no answer tells: that they do not, as by default, is taken for granted. (CL-16)
 * @source https://github.com/aws/amazon-vpc-cni-k8s
 */
export function isNode(
  instance: Pick<Entry, 'id' | 'it'>,
  { dump, assume }: DescribeContext,
): boolean {
  const told = dump
    .all('NetworkInterfaces')
    .filter(({ it }) => text(part(it, 'Attachment'), 'InstanceId') === instance.id)
  const faces = told.length > 0 ? told.map(({ it }) => it) : facesOfInstance(instance, dump)
  const isNamed =
    faces.some((face) => isTagged(face, 'TagSet', /^node\.k8s\.amazonaws\.com\//)) ||
    isTagged(instance.it, 'Tags', /^(eks:cluster-name$|kubernetes\.io\/cluster\/)/)
  const hasPods =
    faces.length > 1 || faces.some((face) => faceOf(face).secondaryPrivateIpAddresses.length > 0)
  if (!isNamed || !hasPods) return false
  assume(
    instance.id ?? '',
    'Its pods are seen outside the VPC with its primary address: external SNAT is off by default.',
  )
  return true
}
