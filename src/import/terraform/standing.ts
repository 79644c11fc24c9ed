import { parts } from '../../kinds/describe'
import { clusterGroupOf, firewallEndpoint } from '../cloudformation/attributes'
import type { Book } from '../cloudformation/book'
import type { Item } from '../cloudformation/item'
import { loginGroupOf } from '../cloudformation/types/clusters'
import { launchTemplates } from '../cloudformation/types/launched'
import { instancesOf } from '../cloudformation/types/launches'
import type { Remark } from '../report'
import type { Shown } from './shown'
import { databaseClusters } from './types/workloads'
import { directLists } from './types/direct-connect'
import { scalingGroups } from './types/workloads-launched'

/** What stands for things that Terraform does not make itself, by their IDs, with their addresses. */
export function standIns(it: Item): readonly (readonly [string, string])[] {
  const { type, id, address } = it
  switch (type) {
    case 'aws_autoscaling_group':
      return instancesOf(it)
    case 'AWS::NetworkFirewall::Firewall':
      return parts(it.properties, 'SubnetMappings').map((_, index) => [
        firewallEndpoint(id, index),
        `${address}/endpoint ${index + 1}`,
      ])
    case 'AWS::EKS::Cluster':
      return [[clusterGroupOf(id), `${address}/cluster security group`]]
    case 'AWS::EKS::Nodegroup':
      return [[loginGroupOf(address), `${address}/remote access security group`]]
    default:
      return []
  }
}

/** What EKS made with a cluster is not in a state: who else added rules to it is not known. */
export const takenForGranted = (shown: readonly Shown[]): readonly Remark[] =>
  shown.flatMap(({ type, address, isMade, isData }) =>
    type === 'aws_eks_cluster' && !isMade && !isData
      ? [
          {
            type: 'assumed',
            what: address,
            text: 'Its cluster security group is taken as EKS makes it, with the rules that Terraform adds.',
          },
        ]
      : [],
  )

/** Takes out what stands for itself only until others are made from it. */
export function closed(book: Book): void {
  const lists = ['DBSubnetGroups', launchTemplates, databaseClusters, scalingGroups]
  for (const list of [...lists, ...directLists]) book.take(list)
}
