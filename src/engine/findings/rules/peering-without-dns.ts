import type { ResourceOf } from '../../../kinds/resource'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { called } from '../../../kinds/called'
import { listed } from '../../repairs/words'
import { defineRule } from '../define-rule'

type Peering = ResourceOf<'vpc-peering-connection'>

const sides = [
  { options: 'requesterPeeringOptions', vpcId: 'requesterVpcId' },
  { options: 'accepterPeeringOptions', vpcId: 'accepterVpcId' },
] as const

/** Without DNS resolution a peer's public host name leads over the internet, not over the peering. */
export const peeringWithoutDns = defineRule<{
  peering: Peering
  without: readonly string[]
  lacking: readonly string[]
}>({
  id: 'L15',
  name: 'peering-without-dns',
  severity: 'info',
  rules: ['PEER-15'],
  source: 'https://docs.aws.amazon.com/vpc/latest/peering/modify-peering-connections.html',
  *check(network) {
    const { design } = network
    for (const peering of design.all('vpc-peering-connection')) {
      // the option can be set only once the connection is active
      if (peering.status !== 'active') continue
      const closed = sides.filter(
        ({ options }) => !peering[options].allowDnsResolutionFromRemoteVpc,
      )
      if (closed.length === 0) continue
      const vpcs = sides.flatMap(({ vpcId }) => design.get(peering[vpcId]) ?? [])
      const lacking = vpcs.filter((vpc) => !vpc.enableDnsSupport || !vpc.enableDnsHostnames)
      yield {
        resources: [peering.id],
        evidence: closed.map(({ options }) => ({
          type: 'field',
          resourceId: peering.id,
          field: options,
        })),
        facts: {
          peering,
          without: closed.flatMap(({ vpcId }) => namesOf(design.get(peering[vpcId]))),
          lacking: lacking.map(called),
        },
        repairs: lacking.length === 0 ? [allowDns(network, peering)] : [],
      }
    }
  },
  say: ({ peering, without, lacking }) =>
    `Over ${called(peering)}, public host names of ${listed(without)} resolve to public addresses, so that traffic leaves over the internet. Turn on DNS resolution${
      lacking.length > 0
        ? `, after DNS support and DNS hostnames of ${listed(lacking)}`
        : ' on that side'
    }.`,
})

const namesOf = (vpc: ResourceOf<'vpc'> | undefined) => (vpc ? [called(vpc)] : [])

function allowDns({ document }: Network, peering: Peering) {
  return repair({
    id: `allow-dns:${peering.id}`,
    label: 'Allow DNS resolution on both sides',
    preview: `Turns on DNS resolution from the remote VPC on both sides of ${peering.name}.`,
    document,
    run: (draft) => {
      const it = draft.resources[peering.id]
      if (it?.kind !== 'vpc-peering-connection') return
      for (const { options } of sides) it[options].allowDnsResolutionFromRemoteVpc = true
    },
  })
}
