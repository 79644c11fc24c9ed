#!/usr/bin/env bash
# Collects what Causeway draws a network from: read-only calls of the AWS CLI, nothing else.
#
#   ./causeway-collect.sh -r eu-west-1 -r us-east-1 [-p profile]... [-o folder]
#
# Asks every profile (the current credentials where none is named) in every Region, and writes each
# answer to folder/accounts/<account>/<Region>/<call>.json. Drop the folder on the page, or run
#   causeway import folder -o network.causeway.json
# Needs the AWS CLI (version 2) and, for what is asked per resource, jq.
set -euo pipefail

profiles=()
regions=()
out=causeway-import
while getopts 'p:r:o:h' option; do
  case "$option" in
    p) profiles+=("$OPTARG") ;;
    r) regions+=("$OPTARG") ;;
    o) out=$OPTARG ;;
    *) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
done
if [ ${#regions[@]} -eq 0 ]; then
  echo 'Name at least one Region: -r eu-west-1' >&2
  exit 2
fi
for tool in aws jq; do
  command -v "$tool" >/dev/null || { echo "$tool is needed and not installed." >&2; exit 2; }
done

# The CLI waits and asks again when AWS says that it is asked too often.
export AWS_RETRY_MODE=adaptive AWS_MAX_ATTEMPTS=10 AWS_PAGER=''

# ask FILE SERVICE CALL ARGUMENT...: one answer into one file; what is not allowed is said, not fatal
ask() {
  local file=$1
  shift
  if aws "$@" --output json >"$folder/$file.json.part" 2>"$folder/error.txt"; then
    mv "$folder/$file.json.part" "$folder/$file.json"
  else
    rm -f "$folder/$file.json.part"
    echo "  not collected: aws $* ($(tail -n 1 "$folder/error.txt"))" >&2
  fi
  rm -f "$folder/error.txt"
}

# ids FILE FILTER: what a jq filter finds in an answer that was collected
ids() {
  if [ -f "$folder/$1.json" ]; then jq -r "$2" "$folder/$1.json"; fi
}

# wrapped FILE FIELD ID CALL...: the answer of a call for one thing, with the id that it is for
wrapped() {
  local file=$1 field=$2 id=$3
  shift 3
  ask "$file" "$@"
  if [ -f "$folder/$file.json" ]; then
    jq --arg id "$id" ". + {$field: \$id}" "$folder/$file.json" >"$folder/$file.json.part"
    mv "$folder/$file.json.part" "$folder/$file.json"
  fi
}

collect() {
  for what in vpcs subnets route-tables security-groups security-group-rules \
    security-group-vpc-associations network-acls network-interfaces instances addresses \
    internet-gateways egress-only-internet-gateways nat-gateways vpc-peering-connections \
    vpc-endpoints vpc-endpoint-service-configurations managed-prefix-lists prefix-lists \
    customer-gateways vpn-gateways vpn-connections transit-gateways transit-gateway-attachments \
    transit-gateway-vpc-attachments transit-gateway-peering-attachments transit-gateway-connects \
    transit-gateway-connect-peers transit-gateway-route-tables availability-zones \
    vpc-block-public-access-options vpc-block-public-access-exclusions client-vpn-endpoints; do
    ask "describe-$what" ec2 "describe-$what"
  done
  for vpc in $(ids describe-vpcs '.Vpcs[]?.VpcId'); do
    for attribute in enableDnsSupport enableDnsHostnames; do
      ask "describe-vpc-attribute.$vpc.$attribute" \
        ec2 describe-vpc-attribute --vpc-id "$vpc" --attribute "$attribute"
    done
  done
  for list in $(ids describe-managed-prefix-lists '.PrefixLists[]?.PrefixListId'); do
    wrapped "get-managed-prefix-list-entries.$list" PrefixListId "$list" \
      ec2 get-managed-prefix-list-entries --prefix-list-id "$list"
  done
  for service in $(ids describe-vpc-endpoint-service-configurations '.ServiceConfigurations[]?.ServiceId'); do
    wrapped "describe-vpc-endpoint-service-permissions.$service" ServiceId "$service" \
      ec2 describe-vpc-endpoint-service-permissions --service-id "$service"
  done
  for table in $(ids describe-transit-gateway-route-tables '.TransitGatewayRouteTables[]?.TransitGatewayRouteTableId'); do
    wrapped "search-transit-gateway-routes.$table" TransitGatewayRouteTableId "$table" \
      ec2 search-transit-gateway-routes --transit-gateway-route-table-id "$table" \
      --filters Name=state,Values=active,blackhole
    for what in associations propagations; do
      wrapped "get-transit-gateway-route-table-$what.$table" TransitGatewayRouteTableId "$table" \
        ec2 "get-transit-gateway-route-table-$what" --transit-gateway-route-table-id "$table"
    done
    wrapped "get-transit-gateway-prefix-list-references.$table" TransitGatewayRouteTableId "$table" \
      ec2 get-transit-gateway-prefix-list-references --transit-gateway-route-table-id "$table"
  done
  for endpoint in $(ids describe-client-vpn-endpoints '.ClientVpnEndpoints[]?.ClientVpnEndpointId'); do
    for what in target-networks authorization-rules routes; do
      wrapped "describe-client-vpn-$what.$endpoint" ClientVpnEndpointId "$endpoint" \
        ec2 "describe-client-vpn-$what" --client-vpn-endpoint-id "$endpoint"
    done
  done
  ask describe-load-balancers elbv2 describe-load-balancers
  ask describe-target-groups elbv2 describe-target-groups
  for arn in $(ids describe-load-balancers '.LoadBalancers[]?.LoadBalancerArn'); do
    name=$(echo "$arn" | sed 's/.*loadbalancer.//; s/[^A-Za-z0-9-]/-/g')
    wrapped "describe-listeners.$name" LoadBalancerArn "$arn" \
      elbv2 describe-listeners --load-balancer-arn "$arn"
    wrapped "describe-load-balancer-attributes.$name" LoadBalancerArn "$arn" \
      elbv2 describe-load-balancer-attributes --load-balancer-arn "$arn"
    for listener in $(ids "describe-listeners.$name" '.Listeners[]?.ListenerArn'); do
      rules=$(echo "$listener" | sed 's/.*listener.//; s/[^A-Za-z0-9-]/-/g')
      ask "describe-rules.$rules" elbv2 describe-rules --listener-arn "$listener"
    done
  done
  for arn in $(ids describe-target-groups '.TargetGroups[]?.TargetGroupArn'); do
    name=$(echo "$arn" | sed 's/.*targetgroup.//; s/[^A-Za-z0-9-]/-/g')
    wrapped "describe-target-health.$name" TargetGroupArn "$arn" \
      elbv2 describe-target-health --target-group-arn "$arn"
    wrapped "describe-target-group-attributes.$name" TargetGroupArn "$arn" \
      elbv2 describe-target-group-attributes --target-group-arn "$arn"
  done
  ask describe-db-instances rds describe-db-instances
  ask list-functions lambda list-functions
  ask describe-direct-connect-gateways directconnect describe-direct-connect-gateways
  ask describe-virtual-interfaces directconnect describe-virtual-interfaces
  for gateway in $(ids describe-direct-connect-gateways '.directConnectGateways[]?.directConnectGatewayId'); do
    ask "describe-direct-connect-gateway-associations.$gateway" \
      directconnect describe-direct-connect-gateway-associations --direct-connect-gateway-id "$gateway"
  done
}

for profile in "${profiles[@]:-}"; do
  if [ -n "$profile" ]; then export AWS_PROFILE=$profile; fi
  account=$(aws sts get-caller-identity --query Account --output text)
  for region in "${regions[@]}"; do
    export AWS_REGION=$region AWS_DEFAULT_REGION=$region
    folder=$out/accounts/$account/$region
    mkdir -p "$folder"
    echo "Account $account, $region"
    collect
  done
done
echo "Written to $out. Drop that folder on Causeway's page."
