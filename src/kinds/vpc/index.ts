import { cidr, nextFree } from '../../net/cidr'
import { defineKind, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { internetGatewayBlockModes, schema } from './schema'

const draft: Draft<'vpc'> = ({ id, design, newId, defaults }) => {
  const vpcs = design.all('vpc')
  const taken = vpcs.flatMap((vpc) => [vpc.cidrBlock, ...vpc.secondaryCidrBlocks])
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const name = freeName(`VPC ${letters[vpcs.length % letters.length]}`, vpcs)
  const last = vpcs.at(-1)
  return [
    {
      id,
      kind: 'vpc',
      name,
      tags: {},
      ownerId: last?.ownerId ?? defaults.ownerId,
      region: last?.region ?? defaults.region,
      cidrBlock:
        nextFree(cidr('10.0.0.0/8'), 16, taken) ??
        nextFree(cidr('172.16.0.0/12'), 16, taken) ??
        cidr('10.0.0.0/16'),
      secondaryCidrBlocks: [],
      ipv6CidrBlocks: [],
      enableDnsSupport: true,
      enableDnsHostnames: true,
      internetGatewayBlockMode: 'off',
    },
    {
      // every VPC comes with a main route table
      id: newId('route-table'),
      kind: 'route-table',
      name: freeName(`${name} main`, design.all('route-table')),
      tags: {},
      vpcId: id,
      main: true,
      gatewayId: null,
      propagatingVgwIds: [],
      routes: {},
    },
  ]
}

const look: Look<'vpc'> = {
  shape: 'container',
  size: { width: 608, height: 400 },
  icon: () => 'vpc',
  tint: () => 'vpc',
  captions: (it, design) => [
    [it.cidrBlock, ...it.secondaryCidrBlocks, ...it.ipv6CidrBlocks].join(', '),
    it.region,
    design.accounts.find((account) => account.id === it.ownerId)?.name ?? it.ownerId,
  ],
  badge: (it) => (it.internetGatewayBlockMode === 'off' ? null : it.internetGatewayBlockMode),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'account', key: 'ownerId', label: 'Account' },
  { type: 'region', key: 'region', label: 'Region' },
  { type: 'cidr', key: 'cidrBlock', label: 'IPv4 CIDR' },
  { type: 'cidr-list', key: 'secondaryCidrBlocks', label: 'Secondary IPv4 CIDRs', family: 'IPv4' },
  { type: 'cidr-list', key: 'ipv6CidrBlocks', label: 'IPv6 CIDRs', family: 'IPv6' },
  { type: 'switch', key: 'enableDnsSupport', label: 'DNS resolution' },
  { type: 'switch', key: 'enableDnsHostnames', label: 'DNS hostnames' },
  {
    type: 'choice',
    key: 'internetGatewayBlockMode',
    label: 'Block public access',
    options: internetGatewayBlockModes,
    hint: 'As VPC Block Public Access stands for this VPC, its exclusions taken into account.',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const vpc = defineKind({
  kind: 'vpc',
  term: 'VPC',
  plural: 'VPCs',
  about: 'A virtual network of one account in one Region.',
  palette: 'Network',
  icon: 'vpc',
  schema,
  placement: { type: 'canvas', refuse: () => null },
  draft,
  links: () => [],
  without: (it) => it,
  look,
  fields,
})
