import { blocksIn, text, texts, type Describe, type Described } from '../describe'
import { servicePlaceOf } from '../vpc-endpoint/describe'
import { endpointsIn } from '../vpc-endpoint/described'

/**
 * The places of AWS services that endpoints lead to, with the addresses that AWS's own prefix lists
 * give them.
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 */
export const describe: Describe<'aws-service'> = ({ dump }) => {
  const names = endpointsIn(dump).map(({ it }) => text(it, 'ServiceName'))
  const places = new Map<string, Described<'aws-service'>>()
  for (const name of names) {
    const place = name && servicePlaceOf(name)
    if (!place) continue
    const key = `${place.name}.${place.region}`
    const list = dump
      .all('PrefixLists')
      .find(
        ({ it }) => text(it, 'PrefixListName') === `com.amazonaws.${place.region}.${place.service}`,
      )
    const written = [
      ...texts(list?.it ?? {}, 'Cidrs'),
      ...(list?.id ? dump.of('Entries', list.id).map((each) => text(each.it, 'Cidr')) : []),
    ]
    places.set(key, {
      id: `aws-service:${key}`,
      kind: 'aws-service',
      name: `${serviceNames[place.service] ?? place.name} ${place.region}`,
      service: place.service,
      region: place.region,
      prefixes: place.service === 'any' ? [] : blocksIn(written, 'IPv4'),
    })
  }
  return [...places.values()]
}

const serviceNames: Readonly<Record<string, string>> = { s3: 'Amazon S3', dynamodb: 'DynamoDB' }
