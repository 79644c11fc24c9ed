import { resourceSchema, type Id, type Resource } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { hubAccounts, hubAndSpoke } from '../../model/examples/hub-and-spoke'

const segments = 3

/**
 * S5 with this many spokes in three segments: each has a transit gateway route table of its own that
 * knows the shared services and the spokes of the segment. Every subnet with hosts has a network ACL.
 */
export function segmented(count: number): Document {
  const { resources, layout } = hubAndSpoke(count)
  const attachments = resources.map(idOf).filter((id) => attachment.test(id))
  const spokes = attachments.filter((id) => !id.endsWith(':shared'))
  const tables = Array.from({ length: segments }, (_, index) => {
    const own = spokes.filter((_each, at) => at % segments === index)
    return {
      id: `transit-gateway-route-table:segment-${index + 1}`,
      kind: 'transit-gateway-route-table',
      name: `segment ${index + 1}`,
      transitGatewayId: 'transit-gateway:hub',
      associations: own,
      propagations: ['transit-gateway-vpc-attachment:shared', ...own],
    }
  })
  const guarded = resources.map((it) => {
    const id = idOf(it)
    const vpc = hosts.exec(id)?.[1]
    return vpc ? { ...(it as object), networkAclId: `network-acl:${vpc}` } : it
  })
  const acls = attachments.map((id) => id.slice(id.indexOf(':') + 1)).map(aclOf)
  const all = [...guarded, ...acls, ...tables].filter(
    (it) => idOf(it) !== 'transit-gateway-route-table:spokes',
  )
  const read: readonly Resource[] = all.map((it) => resourceSchema.parse(it))
  return {
    name: `${count} spokes`,
    description: '',
    accounts: hubAccounts,
    resources: Object.fromEntries(read.map((it) => [it.id, it])),
    layout,
  }
}

const attachment = /^transit-gateway-vpc-attachment:/
const hosts = /^subnet:(.*)-app-[abc]$/

const idOf = (it: unknown): Id => (it as { readonly id: Id }).id

const allow = (cidrBlock: string) => ({ ruleAction: 'allow', protocol: '-1', cidrBlock })

function aclOf(vpc: string) {
  return {
    id: `network-acl:${vpc}`,
    kind: 'network-acl',
    name: `${vpc} hosts`,
    vpcId: `vpc:${vpc}`,
    ingress: {
      50: { ruleAction: 'deny', protocol: '-1', cidrBlock: '10.255.0.0/16' },
      100: allow('10.0.0.0/8'),
    },
    egress: { 100: allow('10.0.0.0/8') },
  }
}
