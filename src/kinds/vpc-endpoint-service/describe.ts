import {
  flag,
  idOf,
  known,
  oneOf,
  parts,
  text,
  texts,
  type Describe,
  type DescribeContext,
} from '../describe'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ServiceConfiguration.html */
export const describe: Describe<'vpc-endpoint-service'> = (context) =>
  context.dump.all('ServiceConfigurations').flatMap(({ it, id }) => {
    const arns = [...texts(it, 'NetworkLoadBalancerArns'), ...texts(it, 'GatewayLoadBalancerArns')]
    const { dump } = context
    const vpcId = arns
      .map((arn) => text(dump.find('LoadBalancers', arn)?.it ?? {}, 'VpcId'))
      .find((each) => each !== null)
    if (!id || !vpcId) {
      context.skip(id ?? 'an endpoint service', 'Its load balancers are not described.')
      return []
    }
    return [
      {
        ...known('vpc-endpoint-service', it, id),
        vpcId: idOf('vpc', vpcId),
        type: parts(it, 'ServiceType').some(
          (each) => text(each, 'ServiceType') === 'GatewayLoadBalancer',
        )
          ? 'GatewayLoadBalancer'
          : 'Interface',
        loadBalancerIds: arns
          .filter((arn) => dump.find('LoadBalancers', arn))
          .map((arn) => idOf('load-balancer', arn)),
        state: oneOf(
          text(it, 'ServiceState'),
          ['Pending', 'Available', 'Deleting', 'Deleted', 'Failed'],
          'Available',
        ),
        acceptanceRequired: flag(it, 'AcceptanceRequired'),
        allowedPrincipals: principals(id, context),
      },
    ]
  })

/**
 * The accounts that may make endpoints; a user or role stands for its account. Whoever has one was
 * allowed to make it, whether that is listed or not. (EP-8)
 */
function principals(id: string, { dump }: DescribeContext): readonly string[] {
  const listed = dump.of('AllowedPrincipals', id).flatMap(({ it }) => {
    const principal = text(it, 'Principal') ?? ''
    return principal === '*' ? ['*'] : (/^arn:[^:]*:iam::(\d{12}):/.exec(principal)?.[1] ?? [])
  })
  const present = dump
    .all('VpcEndpoints')
    .filter(({ it }) => text(it, 'ServiceName')?.endsWith(`.${id}`))
    .flatMap(({ ownerId }) => ownerId ?? [])
  return [...new Set([...listed, ...present])].toSorted()
}
