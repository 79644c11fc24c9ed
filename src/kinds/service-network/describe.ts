import { idOf, known, number, oneOf, part, parts, text, type Describe, type Raw } from '../describe'

/**
 * Service networks with their services, as code that makes them tells them: the calls of VPC Lattice are
 * not read, as all their lists are called `items`.
 */
export const describe: Describe<'service-network'> = ({ dump, placeOf }) =>
  dump.all('ServiceNetworks').flatMap(({ it, id, ownerId, region }) => {
    if (!id) return []
    const usual = placeOf(null)
    const rows = parts(it, 'services')
      .map(serviceOf)
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    return [
      {
        ...known('service-network', it, id, text(it, 'name')),
        ownerId: ownerId ?? usual.ownerId,
        region: region ?? usual.region,
        authType: authTypeOf(it),
        services: Object.fromEntries(rows.map((row, index) => [`service-${index + 1}`, row])),
      },
    ]
  })

const authTypeOf = (it: Raw) => oneOf(text(it, 'authType'), ['NONE', 'AWS_IAM'], 'NONE')

const serviceOf = (it: Raw) => ({
  serviceName: text(it, 'serviceName'),
  protocol: text(it, 'protocol'),
  port: number(it, 'port'),
  targetId: targetOf(part(it, 'target')),
  targetPort: number(it, 'targetPort'),
  authType: authTypeOf(it),
})

function targetOf(it: Raw): string | null {
  const [instance, balancer] = [text(it, 'instanceId'), text(it, 'loadBalancerArn')]
  const arn = text(it, 'arn')
  if (instance !== null) return idOf('workload', instance)
  if (balancer !== null) return idOf('load-balancer', balancer)
  return arn === null ? null : `workload:${arn}`
}
