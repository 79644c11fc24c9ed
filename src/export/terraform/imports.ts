import { blockKey, type Block } from '../../iac/block'
import { printHcl } from '../../iac/hcl'
import { verbatim, type Value } from '../../iac/value'
import type { Design } from '../../kinds/contract'
import type { Gap } from '../report'

interface Facts {
  readonly blocks: readonly Block[]
  readonly design: Design
  /** The address of a block from the root of the project. */
  readonly addressOf: (block: Block) => string
}

/** How the ID for an import is put together from arguments, where it is not the ID that AWS gives. */
const compound: Readonly<
  Record<string, { readonly join: string; readonly of: readonly string[] }>
> = {
  aws_default_route_table: { join: '', of: ['default_route_table_id'] },
  aws_dx_gateway_association: { join: '/', of: ['dx_gateway_id', 'associated_gateway_id'] },
  aws_ec2_transit_gateway_peering_attachment_accepter: {
    join: '',
    of: ['transit_gateway_attachment_id'],
  },
  aws_ec2_transit_gateway_prefix_list_reference: {
    join: '_',
    of: ['transit_gateway_route_table_id', 'prefix_list_id'],
  },
  aws_ec2_transit_gateway_route: {
    join: '_',
    of: ['transit_gateway_route_table_id', 'destination_cidr_block'],
  },
  aws_ec2_transit_gateway_route_table_association: {
    join: '_',
    of: ['transit_gateway_route_table_id', 'transit_gateway_attachment_id'],
  },
  aws_ec2_transit_gateway_route_table_propagation: {
    join: '_',
    of: ['transit_gateway_route_table_id', 'transit_gateway_attachment_id'],
  },
  aws_ec2_transit_gateway_vpc_attachment_accepter: {
    join: '',
    of: ['transit_gateway_attachment_id'],
  },
  aws_network_acl_rule: {
    join: ':',
    of: ['network_acl_id', 'rule_number', 'protocol', 'egress'],
  },
  aws_route: {
    join: '_',
    of: [
      'route_table_id',
      'destination_cidr_block|destination_ipv6_cidr_block|destination_prefix_list_id',
    ],
  },
  aws_route_table_association: { join: '/', of: ['subnet_id|gateway_id', 'route_table_id'] },
  aws_vpc_endpoint_route_table_association: {
    join: '/',
    of: ['vpc_endpoint_id', 'route_table_id'],
  },
  aws_vpc_peering_connection_accepter: { join: '', of: ['vpc_peering_connection_id'] },
  aws_vpc_peering_connection_options: { join: '', of: ['vpc_peering_connection_id'] },
}

/**
 * Import blocks for what came from a live account, so that Terraform takes it over instead of
 * making it a second time. What stands beside such a resource and whose ID the design does not hold
 * is a gap each.
 * @source https://developer.hashicorp.com/terraform/language/block/import
 */
export function importsOf({ blocks, design, addressOf }: Facts): {
  readonly text: string
  readonly gaps: readonly Gap[]
} {
  const byKey = new Map(blocks.map((block) => [blockKey(block), block]))
  const known = blocks.filter((block) => design.resources[block.of]?.awsId !== undefined)
  const imports: { readonly to: string; readonly id: string }[] = []
  const gaps: Gap[] = []
  for (const block of known) {
    const id = block.onlyIf ? null : importId(block, byKey, design)
    if (id !== null) imports.push({ to: addressOf(block), id })
    else gaps.push(unknown(block, addressOf(block), design))
  }
  const text = printHcl(
    imports.map(({ to, id }) => ({
      keyword: 'import',
      labels: [],
      body: { to: verbatim(to), id },
    })),
    () => {
      throw new Error('Bug: an import refers to nothing')
    },
  )
  return { text, gaps }
}

type Blocks = ReadonlyMap<string, Block>

function importId(block: Block, blocks: Blocks, design: Design): string | null {
  const rule = compound[block.type]
  if (!rule) return block.part === '' ? (design.resources[block.of]?.awsId ?? null) : null
  const parts = rule.of.map((names) => {
    const value = names.split('|').flatMap((name) => block.body[name] ?? [])[0]
    return value === undefined ? null : textOf(value, blocks, design)
  })
  return parts.includes(null) ? null : parts.join(rule.join)
}

/** Attributes that are IDs of something else, which the design does not hold. */
const otherIds: ReadonlySet<string> = new Set([
  'transit_gateway_attachment_id',
  'association_default_route_table_id',
  'propagation_default_route_table_id',
])

/** What a value is in the live account; null where the design cannot tell. */
function textOf(value: Value, blocks: Blocks, design: Design): string | null {
  if (typeof value !== 'object') return String(value)
  if (!('is' in value) || value.is !== 'reference') return null
  const owner = blocks.get(blockKey(value))
  const written = owner?.body[value.attribute]
  if (value.attribute !== 'id' && typeof written === 'string') return written
  if (otherIds.has(value.attribute)) return null
  if (value.part === '') return design.resources[value.of]?.awsId ?? null
  // the ID of what only accepts or associates is that of what it is about
  return owner && compound[owner.type] ? importId(owner, blocks, design) : null
}

function unknown(block: Block, address: string, design: Design): Gap {
  return {
    resourceId: block.of as Gap['resourceId'],
    text: `${address} has no import block, as the design does not hold its ID in the account that ${design.resources[block.of]?.name} came from.`,
    remedy: `If it is there already, add an import block for it to imports.tf before the first apply.`,
  }
}
