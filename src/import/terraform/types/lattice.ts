import { parts, text, type Raw } from '../../../kinds/describe'
import { picked, type TypeReader } from '../../cloudformation/item'
import { latticeLists } from '../../cloudformation/types/lattice-services'
import type { Words } from '../written'

/** What is named by its ID or by its ARN, which ends with that. */
const idOf = (it: Raw, ...keys: readonly string[]): string | null =>
  keys
    .map((key) => text(it, key))
    .find((each) => each !== null)
    ?.split('/')
    .at(-1) ?? null

const as =
  (type: string, of: (it: Raw) => Raw): Words =>
  (it) => [{ type: `AWS::VpcLattice::${type}`, properties: of(it) }]

const serviceIn = (it: Raw): Raw => ({
  ServiceIdentifier: idOf(it, 'ServiceIdentifier', 'ServiceArn'),
})

const networkIn = (it: Raw): Raw => ({
  ServiceNetworkIdentifier: idOf(it, 'ServiceNetworkIdentifier'),
})

/** A service sends what no rule takes to these groups, or answers by itself. */
function listenerIn(it: Raw): Raw {
  const forwards = parts(it, 'DefaultAction').flatMap((each) => parts(each, 'Forward'))
  const TargetGroups = forwards
    .flatMap((each) => parts(each, 'TargetGroups'))
    .map((each) => ({
      ...each,
      TargetGroupIdentifier: idOf(each, 'TargetGroupIdentifier'),
    }))
  return {
    ...picked(it, 'Protocol', 'Port'),
    ...serviceIn(it),
    DefaultAction: forwards.length > 0 ? { Forward: { TargetGroups } } : {},
  }
}

/** Types whose meaning is that of a type of CloudFormation. */
export const latticeWords: Readonly<Record<string, Words>> = {
  aws_vpclattice_service_network: as('ServiceNetwork', (it) => it),
  aws_vpclattice_service: as('Service', (it) => it),
  aws_vpclattice_target_group: as('TargetGroup', (it) => ({
    ...picked(it, 'Type'),
    Config: picked(parts(it, 'Config')[0] ?? {}, 'Port'),
    Targets: [],
  })),
  aws_vpclattice_listener: as('Listener', listenerIn),
  aws_vpclattice_listener_rule: as('Rule', serviceIn),
  aws_vpclattice_service_network_service_association: as(
    'ServiceNetworkServiceAssociation',
    (it) => ({ ...networkIn(it), ...serviceIn(it) }),
  ),
  aws_vpclattice_service_network_vpc_association: as('ServiceNetworkVpcAssociation', (it) => ({
    ...picked(it, 'SecurityGroupIds', 'Tags'),
    ...networkIn(it),
    VpcIdentifier: idOf(it, 'VpcIdentifier'),
  })),
}

/** Targets are registered one by one. */
const target: TypeReader = {
  partOf: ({ properties }) => [idOf(properties, 'TargetGroupIdentifier')],
  read: (it, { book, lacks }) => {
    const [registered] = parts(it.properties, 'Target')
    const group = idOf(it.properties, 'TargetGroupIdentifier')
    const row = picked(registered ?? {}, 'Id', 'Port')
    if (!book.add(latticeLists.groups, group, 'Targets', row))
      lacks(it, 'Its target group is not among the files.')
  },
}

/** A resource that is reached by its network, as no design holds it. */
const resource: TypeReader = {
  partOf: ({ properties }) => [idOf(properties, 'ServiceNetworkIdentifier')],
  read: (it, { book }) => {
    const network = idOf(it.properties, 'ServiceNetworkIdentifier')
    if (network !== null) book.doubt(network, `what ${it.address} adds to it`)
  },
}

export const latticeParts: Readonly<Record<string, TypeReader>> = {
  aws_vpclattice_target_group_attachment: target,
  aws_vpclattice_service_network_resource_association: resource,
}
