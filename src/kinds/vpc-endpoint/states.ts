import type { ResourceOf } from '../resource'

type Endpoint = ResourceOf<'vpc-endpoint'>

const over: readonly Endpoint['state'][] = ['deleting', 'deleted', 'rejected', 'failed', 'expired']

/** Will it never carry anything again? */
export const isOver = ({ state }: Pick<Endpoint, 'state'>) => over.includes(state)
