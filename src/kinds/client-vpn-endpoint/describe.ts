import {
  cidrOf,
  flag,
  idOf,
  known,
  oneOf,
  part,
  text,
  texts,
  type Describe,
  type DescribeContext,
  type Raw,
} from '../describe'
import { endpointStates } from './schema'

/** The calls that tell the parts of an endpoint, by the lists they answer. */
const calls = {
  ClientVpnTargetNetworks: 'aws ec2 describe-client-vpn-target-networks',
  AuthorizationRules: 'aws ec2 describe-client-vpn-authorization-rules',
  ClientVpnRoutes: 'aws ec2 describe-client-vpn-routes',
} as const

type List = keyof typeof calls

const over = new Set(['deleting', 'disassociating', 'disassociated', 'revoking', 'failed'])

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ClientVpnEndpoint.html */
export const describe: Describe<'client-vpn-endpoint'> = (context) =>
  context.dump.all('ClientVpnEndpoints').flatMap(({ it, id }) => {
    const state = text(part(it, 'Status'), 'Code')
    if (!id || state === 'deleted') return []
    const networks = partsOf('ClientVpnTargetNetworks', id, context)
    const vpcId =
      text(it, 'VpcId') ?? networks.map((each) => text(each, 'VpcId')).find((each) => each !== null)
    if (!vpcId) {
      context.skip(id, 'It is associated with no subnet, so it leads to no VPC.')
      return []
    }
    const missing = missingFor(id, context)
    return [
      {
        ...known('client-vpn-endpoint', it, id, text(it, 'Description')),
        vpcId: idOf('vpc', vpcId),
        state: oneOf(state, endpointStates, 'available'),
        clientCidrBlock: cidrOf(text(it, 'ClientCidrBlock')),
        associations: Object.fromEntries(
          networks.flatMap((each) => {
            const subnetId = text(each, 'TargetNetworkId')
            return subnetId ? [[idOf('subnet', subnetId), {}] as const] : []
          }),
        ),
        securityGroupIds: texts(it, 'SecurityGroupIds').map((each) => idOf('security-group', each)),
        authorizationRules: rows('rule', rulesOf(id, context)),
        routes: rows('route', routesOf(id, context)),
        splitTunnel: flag(it, 'SplitTunnel'),
        ...(missing !== null && { undescribed: missing }),
      },
    ]
  })

/** What is in force of a part of the endpoint. */
const partsOf = (list: List, id: string, { dump }: DescribeContext): readonly Raw[] =>
  dump
    .of(list, id)
    .map(({ it }) => it)
    .filter((it) => !over.has(text(part(it, 'Status'), 'Code')?.replace(/^.*-/, '') ?? ''))

const isForAll = (rule: Raw) => flag(rule, 'AccessAll') || text(rule, 'GroupId') === null

/** Rules for everybody: who is in a group of people, no answer tells. */
const rulesOf = (id: string, context: DescribeContext) =>
  partsOf('AuthorizationRules', id, context)
    .filter(isForAll)
    .flatMap((each) => {
      const destinationCidr = cidrOf(text(each, 'DestinationCidr'))
      return destinationCidr ? [{ destinationCidr }] : []
    })

/** Routes that were added: those to the VPC come with each association. */
const routesOf = (id: string, context: DescribeContext) =>
  partsOf('ClientVpnRoutes', id, context)
    .filter((each) => text(each, 'Origin') !== 'associate')
    .flatMap((each) => {
      const destinationCidr = cidrOf(text(each, 'DestinationCidr'))
      const subnetId = text(each, 'TargetSubnet')
      return destinationCidr && subnetId
        ? [{ destinationCidr, targetSubnetId: idOf('subnet', subnetId) }]
        : []
    })

/** Rows under keys that stay the same whatever order they are told in. */
function rows(word: string, list: readonly object[]) {
  const sorted = list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return Object.fromEntries(sorted.map((row, index) => [`${word}-${index + 1}`, row]))
}

/** What is not known of an endpoint; null where everything is. */
function missingFor(id: string, context: DescribeContext): string | null {
  const { dump, lacks } = context
  const list = (Object.keys(calls) as List[]).find((each) => !dump.asked(each, id))
  if (list) {
    lacks(calls[list], `What ${id} lets its clients reach is unknown without it.`)
    return calls[list]
  }
  const rules = partsOf('AuthorizationRules', id, context)
  const open = new Set(rules.filter(isForAll).map((each) => text(each, 'DestinationCidr')))
  const isForSome = rules.some(
    (each) => !isForAll(each) && !open.has(text(each, 'DestinationCidr')),
  )
  return isForSome ? 'which clients are in the groups that its authorization rules name' : null
}
