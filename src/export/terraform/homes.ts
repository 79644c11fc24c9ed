import type { Block } from '../../iac/block'
import { distinct } from '../../iac/names'
import { snake } from '../../iac/words'
import type { Design } from '../../kinds/contract'
import { vpcOf, type Emitting } from '../../kinds/emit'
import { emittingOf } from '../../kinds/emitting'
import type { Kind } from '../../kinds/resource'
import type { ExportOptions } from '../options'

/** Where a block is written. */
export interface Home {
  /** The module; empty for the root of the project. */
  readonly module: string
  /** The file within it. */
  readonly file: string
}

/** What belongs to one VPC. What joins several stands in the root, and so do shared lists. */
const ofVpc: ReadonlySet<Emitting<Kind>['concern']> = new Set([
  'network',
  'security_groups',
  'load_balancing',
  'endpoints',
  'network_firewall',
  'workloads',
])

/** Finds for each block its home: one flat project, or a module for each VPC. */
export function homes(
  design: Design,
  { terraformLayout }: Pick<ExportOptions, 'terraformLayout'>,
): (block: Pick<Block, 'of'>) => Home {
  const labels = distinct(
    design.all('vpc').map(({ id, name }) => ({ key: id, name: snake([name]) || 'vpc' })),
  )
  return ({ of }) => {
    const resource = design.resources[of]
    if (!resource) throw new Error(`Bug: ${of} is not in the design`)
    const { concern } = emittingOf(resource.kind)
    if (concern === null) throw new Error(`Bug: nothing is written for ${of}`)
    const vpc = ofVpc.has(concern) ? vpcOf(resource, design) : undefined
    const label = vpc && labels.get(vpc.id)
    if (label === undefined) return { module: '', file: `${concern}.tf` }
    if (terraformLayout === 'modules')
      return { module: label.replace(/^(?=\d)/, '_'), file: `${concern}.tf` }
    return { module: '', file: concern === 'network' ? `network_${label}.tf` : `${concern}.tf` }
  }
}
