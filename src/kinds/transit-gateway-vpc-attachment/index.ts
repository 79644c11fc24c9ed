import {
  defineKind,
  joins,
  uses,
  type Design,
  type Draft,
  type Field,
  type Look,
  type Refusal,
} from '../contract'
import { freeName } from '../names'
import type { Resource } from '../resource'
import { defaultsFor, isOver } from '../transit-gateway/new-attachment'
import { onePerZone, subnetsOf } from '../zones'
import { attachmentStates, schema } from './schema'

/**
 * Why can this VPC not be attached to this transit gateway? (TGW-1, TGW-2)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
function refuse(from: Resource, to: Resource, design: Design): Refusal | null {
  if (from.kind !== 'vpc' || to.kind !== 'transit-gateway')
    return { reason: 'A VPC is attached to a transit gateway.', drawable: false }
  const existing = design
    .all('transit-gateway-vpc-attachment')
    .find((it) => it.vpcId === from.id && it.transitGatewayId === to.id && !isOver(it.state))
  if (existing)
    return {
      reason: `${from.name} is attached to ${to.name} by ${existing.name} already; a VPC has one attachment to a transit gateway.`,
      drawable: false,
    }
  if (from.region !== to.region)
    return {
      reason: `${to.name} is in ${to.region}, ${from.name} in ${from.region}; a transit gateway attaches VPCs of its own Region.`,
      drawable: false,
    }
  if (subnetsOf(from, design).every((it) => it.cidrBlock === null))
    return {
      reason: `${from.name} has no subnet with IPv4 addresses; an attachment takes one in each Availability Zone.`,
      drawable: false,
    }
  return null
}

const draft: Draft<'transit-gateway-vpc-attachment'> = ({ id, design, on }) => {
  const [from, to] = on
  if (from?.kind !== 'vpc' || to?.kind !== 'transit-gateway')
    throw new Error('Bug: a transit gateway VPC attachment joins a VPC and a transit gateway')
  const foreign = from.ownerId !== to.ownerId
  // an IPv6-only subnet cannot hold an attachment; a private one spares a public one
  const subnets = subnetsOf(from, design).filter((it) => it.cidrBlock !== null)
  const isPrivate = subnets.filter((it) => !design.isPublicSubnet(it.id))
  return [
    {
      id,
      kind: 'transit-gateway-vpc-attachment',
      name: freeName(`${from.name} to ${to.name}`, design.all('transit-gateway-vpc-attachment')),
      tags: {},
      transitGatewayId: to.id,
      vpcId: from.id,
      subnetIds: onePerZone([...isPrivate, ...subnets]).map((it) => it.id),
      state: foreign && !to.autoAcceptSharedAttachments ? 'pendingAcceptance' : 'available',
      applianceModeSupport: false,
      dnsSupport: true,
      ipv6Support: false,
      securityGroupReferencingSupport: true,
    },
    ...defaultsFor(to, id, design),
    // an account can only attach to a transit gateway that is shared with it (TGW-18)
    ...(foreign && !to.sharedWith.includes(from.ownerId)
      ? [{ ...to, sharedWith: [...to.sharedWith, from.ownerId] }]
      : []),
  ]
}

const look: Look<'transit-gateway-vpc-attachment'> = {
  shape: 'link',
  size: null,
  icon: () => 'transit-gateway-attachment',
  tint: () => 'network',
  captions: (it, design) => [
    `${design.get(it.vpcId)?.name ?? it.vpcId} to ${design.get(it.transitGatewayId)?.name ?? it.transitGatewayId}`,
    it.subnetIds
      .map((subnetId) => design.get(subnetId)?.availabilityZone ?? subnetId)
      .toSorted()
      .join(', '),
  ],
  badge: (it) => (it.state === 'available' ? null : it.state),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'reference',
    key: 'transitGatewayId',
    label: 'Transit gateway',
    kind: 'transit-gateway',
    readOnly: true,
  },
  { type: 'reference', key: 'vpcId', label: 'VPC', kind: 'vpc', readOnly: true },
  { type: 'choice', key: 'state', label: 'State', options: attachmentStates },
  {
    type: 'references',
    key: 'subnetIds',
    label: 'Subnets',
    kind: 'subnet',
    hint: 'One in each Availability Zone that it serves.',
  },
  {
    type: 'switch',
    key: 'applianceModeSupport',
    label: 'Appliance mode',
    hint: 'Keeps both directions of a flow in one Availability Zone.',
  },
  { type: 'switch', key: 'dnsSupport', label: 'DNS support' },
  { type: 'switch', key: 'ipv6Support', label: 'IPv6 support' },
  {
    type: 'switch',
    key: 'securityGroupReferencingSupport',
    label: 'Security group referencing',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const transitGatewayVpcAttachment = defineKind({
  kind: 'transit-gateway-vpc-attachment',
  term: 'transit gateway VPC attachment',
  plural: 'transit gateway VPC attachments',
  about: 'Joins a VPC to a transit gateway, by one subnet in each Availability Zone.',
  palette: 'Connections',
  icon: 'transit-gateway-attachment',
  schema,
  placement: {
    type: 'between',
    ends: [['vpc'], ['transit-gateway']],
    words: [
      {
        menu: 'Attach to a transit gateway',
        title: (from) => `Attach ${from} to`,
        note: () => 'By one subnet in each Availability Zone of the VPC.',
      },
      {
        menu: 'Attach a VPC',
        title: (from) => `Attach to ${from}`,
        note: () => 'By one subnet in each Availability Zone of the VPC.',
      },
    ],
    otherwise: 'An attachment joins a VPC and a transit gateway. Draw it from one to the other.',
    refuse,
  },
  draft,
  links: (it) => [
    joins(it.vpcId, 'vpcId'),
    joins(it.transitGatewayId, 'transitGatewayId'),
    ...it.subnetIds.map((id) => uses(id, 'subnetIds')),
  ],
  without: (it, gone) => ({ ...it, subnetIds: it.subnetIds.filter((id) => id !== gone) }),
  look,
  fields,
})
