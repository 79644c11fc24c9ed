/**
 * Why a packet does not arrive. Names without a comment are those of AWS Reachability Analyzer.
 * @source https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html
 */
export const codes = [
  'BAD_STATE',
  'BAD_STATE_ATTACHMENT',
  'BAD_STATE_ROUTE',
  'DISCONNECTED_VPCS',
  'ENI_ADDRESS_RESTRICTION',
  'ENI_SG_RULES_MISMATCH',
  'IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS',
  'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS',
  'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS',
  'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
  'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
  'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS',
  'IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS',
  'NGW_REQUIRES_SOURCE_IN_VPC',
  'NO_POSSIBLE_DESTINATION',
  'NO_ROUTE_TO_DESTINATION',
  'NO_SOURCE_OR_DESTINATION',
  'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
  'PROTOCOL_RESTRICTION',
  'SG_HAS_NO_RULES',
  'SG_REFERENCES_NOT_PRESERVED',
  'UNSUPPORTED_COMPONENT',
  // ours: no AWS equivalent
  'ADDRESS_FAMILY_MISMATCH',
  'CIDR_OVERLAP',
  'EDGE_TO_EDGE',
  'LOOP_DETECTED',
  'NAT_UNSOLICITED_INBOUND',
  'PEERING_TRANSITIVE',
  'RETURN_PATH_ASYMMETRIC',
] as const
export type Code = (typeof codes)[number]

/** What is worth saying about a path that does not decide the verdict. */
export const details = [
  'PARTIAL',
  'PUBLIC_HAIRPIN',
  'AVAILABILITY_ZONE_CROSSED',
  'ASYMMETRIC_PATH',
] as const
export type Detail = (typeof details)[number]
