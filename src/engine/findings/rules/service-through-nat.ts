import { called } from '../../../kinds/called'
import { counted, listed } from '../../repairs/words'
import { defineRule } from '../define-rule'
import { serviceUses, type ServiceUse } from '../gateway-services'

/** Traffic to S3 and DynamoDB through a NAT gateway costs; a gateway endpoint is free. */
export const serviceThroughNat = defineRule<{
  readonly uses: readonly ServiceUse[]
  readonly first: ServiceUse
}>({
  id: 'L49',
  name: 'service-through-nat',
  severity: 'warn',
  rules: ['EP-1', 'EP-2'],
  source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  *check(network) {
    const paying = [...serviceUses(network)].filter((it) => it.by === 'nat-gateway' && !it.endpoint)
    for (const first of paying) {
      const uses = paying.filter((it) => it.vpc === first.vpc && it.service === first.service)
      if (uses[0] !== first) continue
      yield {
        resources: [first.vpc.id, first.service.id],
        evidence: uses.flatMap(({ table }) =>
          table.id ? [{ type: 'resource', resourceId: table.id }] : [],
        ),
        facts: { uses, first },
      }
    }
  },
  say: ({ uses, first: { vpc, service } }) => {
    const tables = uses.map(({ table }) => table.name)
    const count = uses.flatMap(({ subnets }) => subnets).length
    return `${counted(count, 'subnet')} of ${called(vpc)} ${count === 1 ? 'reaches' : 'reach'} ${service.name} through a NAT gateway, by ${listed(tables)}. A gateway endpoint in the VPC costs nothing and needs no NAT gateway: add one and associate it with ${uses.length === 1 ? 'that table' : 'these tables'}.`
  },
})
