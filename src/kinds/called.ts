import { definitionOf } from './catalogue'
import type { Resource } from './resource'

/**
 * What a sentence calls a resource: its term and its name, or the name alone where it says both.
 * @example called(vpc) // 'VPC A' for VPCs named 'A' and 'VPC A' alike
 */
export function called(resource: Resource, term = definitionOf(resource).term): string {
  return plain(resource.name).startsWith(plain(term)) ? resource.name : `${term} ${resource.name}`
}

const plain = (text: string) => text.toLowerCase().replaceAll('-', ' ')
