import { defineRule } from '../define-rule'
import { usagesOfVpcs, type Usage } from '../quotas'
import { usagesOfTransitGateways } from '../transit-gateway-quotas'

/** More than AWS gives an account unasked, or nearly as much. */
export const quotaReached = defineRule<Usage>({
  id: 'L52',
  name: 'quota-reached',
  severity: 'warn',
  rules: ['VPC-23', 'PEER-19', 'TGW-21', 'EP-15'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html',
  *check(network) {
    for (const usage of [...usagesOfVpcs(network), ...usagesOfTransitGateways(network)]) {
      const { at, count, quota } = usage
      if (count * 5 < quota * 4) continue
      yield {
        resources: [at.id],
        evidence: [{ type: 'resource', resourceId: at.id }],
        facts: usage,
        severity: count >= quota ? 'error' : 'warn',
      }
    }
  },
  say: ({ within, what, count, quota }) =>
    count > quota
      ? `There are ${count} ${what} (${within}), and AWS allows ${quota} unless the quota is raised. Ask for a higher quota first, or need fewer.`
      : count === quota
        ? `There are ${count} ${what} (${within}), as many as AWS allows unless the quota is raised: the next one is refused.`
        : `There are ${count} ${what} (${within}) of the ${quota} that AWS allows unless the quota is raised.`,
})
