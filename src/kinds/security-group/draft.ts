import { anywhere } from '../../net/ranges'
import type { Design, Draft } from '../contract'
import { cut, freeName } from '../names'
import type { Id, ResourceOf } from '../resource'

/** A group as AWS creates it: nothing inbound, everything outbound. (SG-3) */
export function newSecurityGroup(
  id: Id<'security-group'>,
  vpcId: Id<'vpc'>,
  base: string,
  design: Design,
): ResourceOf<'security-group'> {
  const name = freeName(
    base,
    design.all('security-group').filter((it) => it.vpcId === vpcId),
  )
  return {
    id,
    kind: 'security-group',
    name,
    tags: {},
    vpcId,
    description: cut(`Security group ${name}`, 255).replace(
      /[^A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]/g,
      '-',
    ),
    associatedVpcIds: [],
    ingress: {},
    egress: {
      'rule-1': {
        ipProtocol: '-1',
        fromPort: null,
        toPort: null,
        cidrIpv4: anywhere,
        cidrIpv6: null,
        prefixListId: null,
        referencedGroupId: null,
        description: '',
      },
    },
  }
}

export const draft: Draft<'security-group'> = ({ id, design, on }) => {
  const place = on[0]
  if (place?.kind === 'vpc') return [newSecurityGroup(id, place.id, 'security-group', design)]
  if (place?.kind !== 'workload')
    throw new Error('Bug: a security group is drafted on a VPC or a workload')
  const subnetId = Object.keys(place.interfaces)[0] as Id<'subnet'>
  const vpcId = design.get(subnetId)?.vpcId
  if (!vpcId) throw new Error('Bug: a workload lies in a subnet')
  return [
    newSecurityGroup(id, vpcId, `${place.name}-sg`, design),
    // dropped on a workload, it joins that workload's groups
    { ...place, securityGroupIds: [...place.securityGroupIds, id] },
  ]
}
