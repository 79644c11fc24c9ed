import { definitionOf } from './catalogue'
import type { Resource } from './resource'

/**
 * What a sentence calls a resource: its term and its name, or the name alone where it says both.
 * @example called(vpc) // 'VPC A' for VPCs named 'A' and 'VPC A' alike
 */
export function called(resource: Resource): string {
  return calledBy(definitionOf(resource).term, resource)
}

/** The same with a word of its own for the resource: `Network Load Balancer front`. */
export function calledBy(term: string, { name }: Pick<Resource, 'name'>): string {
  return plain(name).startsWith(plain(term)) ? name : `${term} ${name}`
}

const plain = (text: string) => text.toLowerCase().replaceAll('-', ' ')
