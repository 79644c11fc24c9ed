import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import { nameOf, rowsOf, textOf, textsOf, type Answers, type Row } from './answers'
import type { Facts } from './facts'

interface Endpoint {
  readonly vpc: string
  readonly name: string
  readonly type: string
  readonly service: string
  readonly state: string
  readonly tables: readonly string[]
  readonly subnets: readonly string[]
  readonly groups: readonly string[]
  readonly privateDns: boolean
}

const words = (list: readonly string[]) => list.toSorted().join(' ') || 'none'

const endpointFact = (it: Endpoint) =>
  `endpoint ${it.name} of ${it.vpc} ${it.type} to ${it.service} ${it.state} in ${words(it.subnets)} tables ${words(it.tables)} groups ${words(it.groups)} names ${it.privateDns ? 'on' : 'off'}`

/** A service is told by its load balancers: a template's has no name in the emulator. */
const offered = (balancers: readonly string[]) => `the service of ${words(balancers)}`

/** What the design says of endpoints, their services and VPC Lattice, without the exporters. */
export function endpointFactsOfDesign(document: Document): Facts {
  const design = designOf(document)
  const called = (id: string) =>
    Object.values(design.resources).find((it) => it.id === id)?.name ?? id
  return [
    ...design.all('vpc-endpoint-service').map((it) => {
      const vpc = design.get(it.vpcId)
      return `service ${vpc?.ownerId} ${vpc?.region} ${offered(it.loadBalancerIds.map(called))} ${it.type} ${it.state} acceptance ${it.acceptanceRequired}`
    }),
    ...design.all('vpc-endpoint').map((it) => {
      const service = it.serviceId && design.get(it.serviceId)
      return endpointFact({
        vpc: called(it.vpcId),
        name: it.name,
        type: it.vpcEndpointType,
        service:
          service?.kind === 'aws-service'
            ? `com.amazonaws.${service.region}.${service.service}`
            : service?.kind === 'vpc-endpoint-service'
              ? offered(service.loadBalancerIds.map(called))
              : 'nothing',
        state: it.state,
        tables: it.routeTableIds.map(called),
        subnets: Object.keys(it.subnets).map(called),
        groups:
          it.vpcEndpointType === 'Interface' && it.securityGroupIds.length === 0
            ? ['default']
            : it.securityGroupIds.map(called),
        privateDns: it.privateDnsEnabled,
      })
    }),
    ...design
      .all('service-network')
      .flatMap((it) => [
        `service network ${it.ownerId} ${it.region} ${it.name}`,
        ...Object.values(it.services).map(({ serviceName }) => `${it.name} has ${serviceName}`),
      ]),
    ...design
      .all('service-network-vpc-association')
      .map((it) => `${called(it.vpcId)} uses ${called(it.serviceNetworkId)} ${it.status}`),
  ].toSorted()
}

type Place = Answers & { readonly account: string; readonly region: string }

/** What was deployed, in the same words. A service may be another account's. */
export function endpointFactsOfDeployed(places: readonly Place[]): Facts {
  const names = new Map<string, string>()
  const remember = (rows: readonly Row[], id: string, name: (row: Row) => string) => {
    for (const row of rows) names.set(textOf(row, id), name(row))
  }
  for (const { list } of places) {
    remember(list('describe-vpcs', 'Vpcs'), 'VpcId', nameOf)
    remember(list('describe-subnets', 'Subnets'), 'SubnetId', nameOf)
    remember(list('describe-route-tables', 'RouteTables'), 'RouteTableId', nameOf)
    remember(
      list('describe-security-groups', 'SecurityGroups'),
      'GroupId',
      (it) => nameOf(it) || textOf(it, 'GroupName'),
    )
    remember(list('elbv2-describe-load-balancers', 'LoadBalancers'), 'LoadBalancerArn', (it) =>
      textOf(it, 'LoadBalancerName'),
    )
    remember(list('vpc-lattice-list-service-networks', 'items'), 'id', (it) => textOf(it, 'name'))
    remember(list('vpc-lattice-list-services', 'items'), 'id', (it) => textOf(it, 'name'))
  }
  const called = (id: string) => names.get(id) ?? id
  const services = (place: Place) =>
    place.list('describe-vpc-endpoint-service-configurations', 'ServiceConfigurations')
  const offerOf = (it: Row) =>
    offered(
      [...textsOf(it, 'NetworkLoadBalancerArns'), ...textsOf(it, 'GatewayLoadBalancerArns')].map(
        called,
      ),
    )
  const offers = new Map(
    places.flatMap(services).map((it) => [textOf(it, 'ServiceName'), offerOf(it)] as const),
  )
  return places
    .flatMap((place) => [
      ...services(place).map(
        (it) =>
          `service ${place.account} ${place.region} ${offerOf(it)} ${rowsOf(it, 'ServiceType')
            .map((type) => textOf(type, 'ServiceType'))
            .join(
              ' ',
            )} ${textOf(it, 'ServiceState')} acceptance ${it['AcceptanceRequired'] === true}`,
      ),
      ...place.list('describe-vpc-endpoints', 'VpcEndpoints').map((it) =>
        endpointFact({
          vpc: called(textOf(it, 'VpcId')),
          name: nameOf(it),
          type: textOf(it, 'VpcEndpointType'),
          service: offers.get(textOf(it, 'ServiceName')) ?? textOf(it, 'ServiceName'),
          state: textOf(it, 'State'),
          tables: textsOf(it, 'RouteTableIds').map(called),
          subnets: textsOf(it, 'SubnetIds').map(called),
          groups: rowsOf(it, 'Groups').map((group) => called(textOf(group, 'GroupId'))),
          privateDns: it['PrivateDnsEnabled'] === true,
        }),
      ),
      ...place
        .list('vpc-lattice-list-service-networks', 'items')
        .map((it) => `service network ${place.account} ${place.region} ${textOf(it, 'name')}`),
      ...place
        .list('vpc-lattice-list-service-network-service-associations', 'items')
        .map(
          (it) =>
            `${called(textOf(it, 'serviceNetworkId'))} has ${called(textOf(it, 'serviceId'))}`,
        ),
      ...place
        .list('vpc-lattice-list-service-network-vpc-associations', 'items')
        .map(
          (it) =>
            `${called(textOf(it, 'vpcId'))} uses ${called(textOf(it, 'serviceNetworkId'))} ${textOf(it, 'status')}`,
        ),
    ])
    .toSorted()
}
