/** An id names its kind, so that the id of a VPC cannot pass for the id of a subnet. */
export type Id<K extends string = string> = `${K}:${string}`

/** Which kind does this id name? `kindOf('vpc:a') // 'vpc'` */
export function kindOf<K extends string>(id: Id<K>): K {
  return id.slice(0, id.indexOf(':')) as K
}
