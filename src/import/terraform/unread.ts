import type { Remark } from '../report'

/** Types that other resources tell already, or that no packet meets. */
const told =
  /^aws_(?:autoscaling_(?:group_tag|lifecycle_hook|notification|policy|schedule)|db_instance_(?:role|automated).*|(?:lb|alb)_listener_certificate|lb_trust_store.*|lambda_function_(?:event|recursion|url).*|eks_(?:access|identity|pod_identity)_.*|rds_(?:cluster_(?:parameter|role|endpoint|activity|snapshot)|certificate|custom|export|global|integration|reserved).*|vpc_endpoint_policy|vpc_endpoint_connection_notification|vpc_endpoint_(?:service_)?private_dns.*|vpc_dhcp_options.*|dx_(?:bgp_peer|connection.*|lag|macsec.*)|networkfirewall_logging_.*|flow_log|key_pair|default_vpc_dhcp_options|ec2_tag|ram_.*)$/

const networked =
  /^aws_(?:vpc|vpn|ec2|dx|lb|alb|elb|customer_gateway|network|default|ram|ecs_service|eks|lambda_function|db_instance|rds|nat|eip|route|autoscaling|networkmanager|launch|spot_(?:fleet|instance)_request|db_proxy|elasticache_(?:cluster|replication_group|serverless)|redshift_cluster|msk_|opensearch_domain|elasticsearch_domain|efs_mount_target|fsx_|dms_replication_instance|dax_cluster|neptune_cluster|docdb_cluster|memorydb_cluster|mq_broker|globalaccelerator)/

/** Types that nothing is made of: those that may matter one by one, all others in a line. */
export function unread(types: ReadonlyMap<string, number>): readonly Remark[] {
  const list = [...types].filter(([type]) => !told.test(type))
  const rest = list.filter(([type]) => !networked.test(type))
  const missed = list.filter(([type]) => networked.test(type))
  return [
    ...missed.map(([what, count]): Remark => ({
      type: 'missing',
      what,
      text: `${count} of this type of Terraform not read; what they do to the network is missing.`,
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            type: 'skipped' as const,
            what: 'resources of Terraform',
            text: `Without a part in the network: ${rest.map(([type, count]) => `${type} (${count})`).join(', ')}.`,
          },
        ]),
  ]
}
