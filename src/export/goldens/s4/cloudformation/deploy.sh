#!/usr/bin/env bash
# Deploys Overlapping CIDRs joined by private NAT and a load balancer with the AWS CLI, version 2.
#
# Each account may have a profile of the AWS CLI, named in the environment. Without one, the
# credentials at hand are used; either way the script first checks that they lead to the account.
#   PROFILE_MAIN_ACCOUNT: Main account, 111111111111
# What may be set in the environment as well; what is not set stays as it is:
#   MAIN_ACCOUNT_EU_WEST_1_VpcAServiceATaskDefinition: Task definition of Service A in network mode awsvpc, family:revision or ARN; without one there is no service.
#   MAIN_ACCOUNT_EU_WEST_1_EcsCluster: Name or ARN of the ECS cluster that runs the services. Default: default.
#   MAIN_ACCOUNT_EU_WEST_1_VpcBServiceBTaskDefinition: Task definition of Service B in network mode awsvpc, family:revision or ARN; without one there is no service.
#   MAIN_ACCOUNT_EU_WEST_1_VpcBServiceBContainerName: Container of Service B that load balancers send to. Default: app.
set -euo pipefail
cd "$(dirname "$0")"

in_main_account() { aws ${PROFILE_MAIN_ACCOUNT:+--profile "$PROFILE_MAIN_ACCOUNT"} "$@"; }

# check COMMAND ACCOUNT VARIABLE: do the credentials lead to the account?
check() {
  if [ "$("$1" sts get-caller-identity --query Account --output text)" != "$2" ]; then
    echo "The credentials do not lead to account $2. Name a profile in $3." >&2
    exit 1
  fi
}

check in_main_account 111111111111 PROFILE_MAIN_ACCOUNT

echo "1 of 1: create overlapping-cidrs-joined-by-private-nat-and-a-lo-main-account-eu-west-1"
overrides=()
[ -z "${MAIN_ACCOUNT_EU_WEST_1_VpcAServiceATaskDefinition:-}" ] || overrides+=("VpcAServiceATaskDefinition=$MAIN_ACCOUNT_EU_WEST_1_VpcAServiceATaskDefinition")
[ -z "${MAIN_ACCOUNT_EU_WEST_1_EcsCluster:-}" ] || overrides+=("EcsCluster=$MAIN_ACCOUNT_EU_WEST_1_EcsCluster")
[ -z "${MAIN_ACCOUNT_EU_WEST_1_VpcBServiceBTaskDefinition:-}" ] || overrides+=("VpcBServiceBTaskDefinition=$MAIN_ACCOUNT_EU_WEST_1_VpcBServiceBTaskDefinition")
[ -z "${MAIN_ACCOUNT_EU_WEST_1_VpcBServiceBContainerName:-}" ] || overrides+=("VpcBServiceBContainerName=$MAIN_ACCOUNT_EU_WEST_1_VpcBServiceBContainerName")
[ "${#overrides[@]}" -eq 0 ] || overrides=(--parameter-overrides "${overrides[@]}")
in_main_account cloudformation deploy --region eu-west-1 \
  --stack-name overlapping-cidrs-joined-by-private-nat-and-a-lo-main-account-eu-west-1 \
  --template-file stacks/main-account-eu-west-1.yaml \
  --no-fail-on-empty-changeset \
  ${overrides[@]+"${overrides[@]}"}

echo "All stacks are deployed. README.md lists what is left to do by hand."
