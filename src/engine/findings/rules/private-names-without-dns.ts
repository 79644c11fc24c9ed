import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { defineRule } from '../define-rule'

type Vpc = ResourceOf<'vpc'>

/** AWS refuses private DNS names for an interface endpoint while the VPC lacks a DNS attribute. */
export const privateNamesWithoutDns = defineRule<{
  readonly endpoint: ResourceOf<'vpc-endpoint'>
  readonly vpc: Vpc
}>({
  id: 'L51',
  name: 'private-names-without-dns',
  severity: 'error',
  rules: ['VPC-21', 'EP-13'],
  source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
  *check(network) {
    for (const endpoint of network.design.all('vpc-endpoint')) {
      const vpc = network.design.get(endpoint.vpcId)
      if (endpoint.vpcEndpointType !== 'Interface' || !endpoint.privateDnsEnabled || !vpc) continue
      if (vpc.enableDnsSupport && vpc.enableDnsHostnames) continue
      yield {
        resources: [endpoint.id, vpc.id],
        evidence: [
          { type: 'field', resourceId: endpoint.id, field: 'privateDnsEnabled' },
          {
            type: 'field',
            resourceId: vpc.id,
            field: vpc.enableDnsSupport ? 'enableDnsHostnames' : 'enableDnsSupport',
          },
        ],
        facts: { endpoint, vpc },
        repairs: [turnOn(network, vpc)],
      }
    }
  },
  say: ({ endpoint, vpc }) =>
    `${called(endpoint)} has private DNS names, which AWS refuses while ${lackOf(vpc)} of ${called(vpc)} ${vpc.enableDnsSupport || vpc.enableDnsHostnames ? 'is' : 'are'} off: the name of the service keeps meaning its public addresses.`,
})

const lackOf = ({ enableDnsSupport, enableDnsHostnames }: Vpc) =>
  [enableDnsSupport ? [] : ['DNS support'], enableDnsHostnames ? [] : ['DNS hostnames']]
    .flat()
    .join(' and ')

function turnOn({ document }: Network, vpc: Vpc) {
  return repair({
    id: `turn-on-dns:${vpc.id}`,
    label: `Turn on ${lackOf(vpc)}`,
    preview: `Turns on ${lackOf(vpc)} of ${called(vpc)}.`,
    document,
    run: (draft) => {
      const it = draft.resources[vpc.id]
      if (it?.kind !== 'vpc') return
      it.enableDnsSupport = true
      it.enableDnsHostnames = true
    },
  })
}
