import { distinct } from '../../iac/names'
import { kebab } from '../../iac/words'
import type { Design } from '../contract'
import type { ResourceOf } from '../resource'

type Network = ResourceOf<'service-network'>

/** Names that begin like those that VPC Lattice gives by itself. */
const reserved = /^(servicenetwork|svc|sn|tg|listener)-/

/** Room for a number behind the name of a service, in 40 characters. */
const longest = 36

/**
 * Small letters, digits and single hyphens, three at least.
 * @source https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_CreateService.html
 */
function latticeText(name: string, otherwise: string): string {
  const text = kebab([name]).slice(0, longest).replace(/-$/, '')
  return text.length < 3 || reserved.test(text)
    ? `${otherwise}-${text}`.slice(0, longest).replace(/-$/, '')
    : text
}

/** The names of a network and of its services as VPC Lattice takes them. */
export interface LatticeNames {
  readonly network: string
  /** By the name that the design gives a service. */
  readonly services: ReadonlyMap<string, string>
}

/** Each name is there once in an account and Region; services of one name in one network are one. */
export function latticeNames(network: Network, design: Design): LatticeNames {
  const siblings = design
    .all('service-network')
    .filter((it) => it.ownerId === network.ownerId && it.region === network.region)
  const networks = distinct(
    siblings.map(({ id, name }) => ({ key: id, name: latticeText(name, 'network') })),
    '-',
  )
  const services = distinct(
    siblings.flatMap((it) =>
      namesIn(it).map((name) => ({
        key: serviceKey(it, name),
        name: latticeText(name, 'service'),
      })),
    ),
    '-',
  )
  return {
    network: networks.get(network.id) ?? '',
    services: new Map(
      namesIn(network).map((name) => [name, services.get(serviceKey(network, name)) ?? '']),
    ),
  }
}

/** What the services of a network are called, ordered. */
export const namesIn = ({ services }: Network): readonly string[] =>
  [...new Set(Object.values(services).map(({ serviceName }) => serviceName))].toSorted()

const serviceKey = ({ id }: Network, name: string) => JSON.stringify([id, name])
