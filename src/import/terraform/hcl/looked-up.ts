import { partitionOf } from '../../../kinds/partition'
import type { StackPlace } from '../../cloudformation/stack'
import type { Value } from './value'

/** The zones of a Region as most have them; what they are called is looked up where code is applied. */
export const zonesOf = (region: string): readonly string[] =>
  ['a', 'b', 'c'].map((letter) => `${region}${letter}`)

/** What a data source tells that is known from where it is looked up; null for the rest. */
export function lookedUp(
  type: string,
  attribute: string,
  { ownerId, region }: StackPlace,
  said: (argument: string) => Value,
): Value | null {
  switch (`${type} ${attribute}`) {
    case 'aws_availability_zones names':
      return zonesOf(region)
    case 'aws_region name':
    case 'aws_region region':
    case 'aws_region id':
      return region
    case 'aws_caller_identity account_id':
    case 'aws_caller_identity id':
      return ownerId
    case 'aws_partition partition':
      return partitionOf(region)
    case 'aws_vpc_endpoint_service service_name': {
      const service = said('service')
      return typeof service === 'string' ? `com.amazonaws.${region}.${service}` : null
    }
    default:
      return null
  }
}
