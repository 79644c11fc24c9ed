import { joined, type Joined } from '../../iac/value'
import type { Design } from '../contract'
import type { EmitContext, Language } from '../emit'
import { isLoadBalancerWritten } from '../load-balancer/plan'
import { partitionOf } from '../partition'
import type { ResourceOf } from '../resource'

type Service = ResourceOf<'vpc-endpoint-service'>

/** What becomes of an endpoint service in the code. (EP-8) */
export interface ServicePlan {
  readonly balancers: readonly ResourceOf<'load-balancer'>[]
  /** Why it is not made: `is Deleted`. */
  readonly because: string | null
}

/** The part of a service that admits an account, or in a template all of them. */
export const principalPart = (principal: string) => `principal ${principal}`
export const permissionsPart = 'permissions'

export function servicePlan(service: Service, design: Design): ServicePlan {
  const balancers = usable(service, design)
  const term = service.type === 'Interface' ? 'Network' : 'Gateway'
  const because = ['Deleting', 'Deleted', 'Failed'].includes(service.state)
    ? `is ${service.state}`
    : balancers.length === 0
      ? `has no ${term} Load Balancer that the code makes`
      : null
  return { balancers, because }
}

export const isServiceWritten = (service: Service, design: Design) =>
  servicePlan(service, design).because === null

/** Load balancers of its type that are made in its account and Region, ordered by id. */
function usable(service: Service, design: Design): readonly ResourceOf<'load-balancer'>[] {
  const type = service.type === 'Interface' ? 'network' : 'gateway'
  const home = design.get(service.vpcId)
  return [...new Set(service.loadBalancerIds)].toSorted().flatMap((id) => {
    const it = design.get(id)
    const vpc = it && design.get(it.vpcId)
    const isHere = vpc?.ownerId === home?.ownerId && vpc?.region === home?.region
    return it && isHere && it.type === type && isLoadBalancerWritten(it, design) ? [it] : []
  })
}

/** Who may make endpoints, ordered: every account comes before single ones. */
export const principalsOf = ({ allowedPrincipals }: Service): readonly string[] =>
  [...new Set(allowedPrincipals)].toSorted()

/** A principal as IAM writes it; the root of an account stands for everybody in it. */
export function principalArn(
  principal: string,
  service: Service,
  { design, account }: EmitContext,
): string | Joined {
  if (principal === '*') return principal
  const region = design.get(service.vpcId)?.region ?? ''
  const [before, number, after] = [
    `arn:${partitionOf(region)}:iam::`,
    account(principal),
    ':root',
  ] as const
  return typeof number === 'string' ? `${before}${number}${after}` : joined(before, number, after)
}

/**
 * Does the code ask for acceptance? No template accepts an endpoint, so that the service of one takes
 * endpoints by itself where that lets in none but accounts that it names, and nobody is kept waiting.
 * (EP-8)
 */
export function asksForAcceptance(service: Service, design: Design, language: Language): boolean {
  if (language === 'terraform' || !service.acceptanceRequired) return service.acceptanceRequired
  const endpoints = design.all('vpc-endpoint').filter((it) => it.serviceId === service.id)
  return (
    service.allowedPrincipals.includes('*') ||
    endpoints.some(({ state }) => state === 'pendingAcceptance') ||
    !endpoints.some(({ state }) => state === 'available' || state === 'pending')
  )
}

/** Says what becomes of a service that the code does not make as drawn. */
export function reportService(
  service: Service,
  { balancers, because }: ServicePlan,
  { design, gap }: EmitContext,
  language: Language,
): void {
  if (because) {
    gap(
      `The endpoint service ${service.name} is left out, with its endpoints: it ${because}.`,
      'Mend it in the design.',
    )
    return
  }
  for (const id of service.loadBalancerIds) {
    const balancer = design.get(id)
    if (balancer && !balancers.includes(balancer))
      gap(
        `The load balancer ${balancer.name} is left out of ${service.name}: the code makes none of the type, account and Region of the service under that name.`,
        `Give the service ${service.type === 'Interface' ? 'Network' : 'Gateway'} Load Balancers of its own account and Region.`,
      )
  }
  if (service.state !== 'Available')
    gap(
      `The endpoint service ${service.name} is ${service.state} in the design; the code makes one that becomes Available.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  if (asksForAcceptance(service, design, language) !== service.acceptanceRequired)
    gap(
      `The template makes ${service.name} take endpoints without acceptance, which it asks for in the design: CloudFormation has no resource that accepts one. Only its own account and those that it allows can make one.`,
      `Once all endpoints are there, run: aws ec2 modify-vpc-endpoint-service-configuration --region ${design.get(service.vpcId)?.region} --service-id <id> --acceptance-required`,
    )
}
