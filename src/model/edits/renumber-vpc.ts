import type { Draft } from 'immer'
import type { Id, ResourceOf } from '../../kinds/resource'
import { contains } from '../../net/cidr'
import type { Document } from '../document'
import { movedCidr, movedIp, type BlockMove } from './moved-block'
import { moveReferences, type ReferencesMoved } from './move-references'

/** What moved along with a block. */
export interface Renumbered extends ReferencesMoved {
  readonly subnets: number
  /** Private addresses that were given, not left to AWS. */
  readonly addresses: number
}

/**
 * Re-addresses a VPC: one of its blocks becomes another of the same size, its subnets and given
 * addresses keep their offset in it, and routes and rules that mean it follow.
 * AWS resizes and replaces no block of a standing VPC; a design may, since nothing stands yet.
 *
 *     10.0.0.0/16                10.1.0.0/16
 *     ├ 10.0.3.0/24       →      ├ 10.1.3.0/24
 *     │   10.0.3.10              │   10.1.3.10
 */
export function renumberVpc(draft: Draft<Document>, vpcId: Id<'vpc'>, move: BlockMove): Renumbered {
  const vpc = draft.resources[vpcId]
  if (vpc?.kind !== 'vpc') return { subnets: 0, addresses: 0, routes: 0, rules: 0 }
  const references = moveReferences(draft, vpcId, move)
  if (vpc.cidrBlock === move.from) vpc.cidrBlock = move.to
  const secondary = vpc.secondaryCidrBlocks.indexOf(move.from)
  if (secondary >= 0) vpc.secondaryCidrBlocks[secondary] = move.to
  let subnets = 0
  let addresses = 0
  for (const subnet of Object.values(draft.resources)) {
    if (subnet.kind !== 'subnet' || subnet.vpcId !== vpcId) continue
    if (!subnet.cidrBlock || !contains(move.from, subnet.cidrBlock)) continue
    subnet.cidrBlock = movedCidr(subnet.cidrBlock, move)
    subnets += 1
    addresses += moveAddresses(draft, subnet.id, move)
  }
  return { subnets, addresses, ...references }
}

/** Re-addresses one subnet, and the addresses given in it. Routes and rules are left alone. */
export function renumberSubnet(
  draft: Draft<Document>,
  subnetId: Id<'subnet'>,
  to: BlockMove['to'],
): number {
  const subnet = draft.resources[subnetId]
  if (subnet?.kind !== 'subnet') return 0
  const from = subnet.cidrBlock
  subnet.cidrBlock = to
  return from ? moveAddresses(draft, subnetId, { from, to }) : 0
}

function moveAddresses(draft: Draft<Document>, subnetId: Id<'subnet'>, move: BlockMove): number {
  let addresses = 0
  for (const it of Object.values(draft.resources)) {
    if (it.kind === 'workload') {
      const face = it.interfaces[subnetId]
      if (face) addresses += moveInterface(face, move)
    } else if (it.kind === 'network-interface' && it.subnetId === subnetId)
      addresses += moveInterface(it, move)
    else if (it.kind === 'load-balancer') {
      const node = it.subnets[subnetId]
      if (!node?.privateIPv4Address) continue
      node.privateIPv4Address = movedIp(node.privateIPv4Address, move)
      addresses += 1
    } else if (it.kind === 'nat-gateway' && it.subnetId === subnetId)
      for (const one of [it, ...it.secondaryAddresses]) {
        if (!one.privateIp) continue
        one.privateIp = movedIp(one.privateIp, move)
        addresses += 1
      }
  }
  return addresses
}

function moveInterface(
  face: Draft<ResourceOf<'workload'>['interfaces'][Id<'subnet'>]>,
  move: BlockMove,
): number {
  const given = face.secondaryPrivateIpAddresses.length + (face.privateIpAddress ? 1 : 0)
  if (face.privateIpAddress) face.privateIpAddress = movedIp(face.privateIpAddress, move)
  face.secondaryPrivateIpAddresses = face.secondaryPrivateIpAddresses.map((ip) => movedIp(ip, move))
  return given
}
