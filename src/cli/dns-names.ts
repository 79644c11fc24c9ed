import type { Endpoint } from '../engine/answer'
import type { Network } from '../engine/network'
import { called } from '../kinds/called'
import type { NetworkInterface } from '../kinds/network'
import type { ResourceOf } from '../kinds/resource'
import { UsageError } from './output'

type Named = ResourceOf<'load-balancer' | 'vpc-endpoint'>

const region = '[a-z]{2}(?:-[a-z]+)+-\\d'
const zone = `${region}(?:-[a-z]+-\\d)?[a-z]`
const aws = 'amazonaws\\.com(?:\\.cn)?'

const networkBalancer = new RegExp(
  `^(?<name>[a-z0-9-]+)-(?<digits>[0-9a-f]{16})\\.elb\\.(?<region>${region})\\.${aws}$`,
)
const applicationBalancer = new RegExp(
  `^(?<internal>internal-)?(?<name>[a-z0-9-]+)-\\d+\\.(?<region>${region})\\.elb\\.${aws}$`,
)
const interfaceEndpoint = new RegExp(
  `(?:^|\\.)(?<id>vpce-[0-9a-f]+)-[0-9a-z]+(?:-(?<zone>${zone}))?\\.[a-z0-9.-]+\\.vpce\\.${aws}$`,
)

/**
 * The load balancer or interface endpoint that AWS gave this name in DNS, with the address of its node in
 * one zone where the name says a zone; null for names of other things.
 * @example dnsNamed(network, 'eu-west-1a.shop-0123456789abcdef.elb.eu-west-1.amazonaws.com')
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 */
export function dnsNamed(network: Network, text: string): Endpoint | null {
  const name = text.toLowerCase().replace(/\.$/, '')
  const endpoint = interfaceEndpoint.exec(name)?.groups
  if (endpoint) {
    const those = network.design.all('vpc-endpoint').filter(({ awsId }) => awsId === endpoint['id'])
    return meant(network, text, those, endpoint['zone'])
  }
  const [, inZone, plain = ''] = new RegExp(`^(?:(${zone})\\.|dualstack\\.)?(.*)$`).exec(name) ?? []
  const mayBe = patternOf(plain)
  if (!mayBe) return null
  const all = network.design.all('load-balancer')
  const told = all.filter(({ dnsName }) => dnsName?.toLowerCase() === plain)
  const those = told.length > 0 ? told : all.filter((it) => it.dnsName === undefined && mayBe(it))
  return meant(network, text, those, inZone)
}

/** Which load balancers may have a DNS name, where they do not say theirs: by their ARN and scheme. */
function patternOf(name: string): ((it: ResourceOf<'load-balancer'>) => boolean) | null {
  const net = networkBalancer.exec(name)?.groups
  const app = applicationBalancer.exec(name)?.groups
  const found = net ?? app
  if (!found) return null
  const own = net ? `net/${net['name']}/${net['digits']}` : `app/${found['name']}/[0-9a-f]+`
  const arn = new RegExp(`:${found['region']}:\\d*:loadbalancer/${own}$`, 'i')
  const isOfScheme = ({ scheme }: ResourceOf<'load-balancer'>) =>
    !app || (scheme === 'internal') === (app['internal'] !== undefined)
  return (it) => arn.test(it.awsId ?? '') && isOfScheme(it)
}

function meant(
  network: Network,
  text: string,
  those: readonly Named[],
  inZone: string | undefined,
): Endpoint {
  const [only, ...others] = those
  if (!only)
    throw new UsageError(
      `Nothing in the design is called ${text}: no load balancer or endpoint there is known by that DNS name.`,
    )
  if (others.length > 0)
    throw new UsageError(
      `${text} may be any of ${those.map((it) => it.awsId ?? it.id).join(', ')}.`,
    )
  if (inZone === undefined) return { type: 'resource', id: only.id }
  const node = network
    .interfacesOf(only.id)
    .find(({ availabilityZone }) => availabilityZone === inZone)
  if (!node)
    throw new UsageError(`${text}: ${called(only)} has no address in ${inZone} in the design.`)
  return { type: 'resource', id: only.id, address: addressOf(only, node) }
}

/** The names of an internet-facing load balancer give its public addresses. (LB-3) */
const addressOf = (it: Named, { publicIp, privateIp }: NetworkInterface) =>
  it.kind === 'load-balancer' && it.scheme === 'internet-facing'
    ? (publicIp ?? privateIp)
    : privateIp
