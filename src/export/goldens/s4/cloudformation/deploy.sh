#!/usr/bin/env bash
# Deploys Overlapping CIDRs joined by private NAT and a load balancer with the AWS CLI, version 2.
#
# Each account needs a profile of the AWS CLI, named in the environment:
#   PROFILE_MAIN_ACCOUNT: Main account, 111111111111
# What may be set before the first deployment:
#   MAIN_ACCOUNT_EU_WEST_1_VpcAServiceATaskDefinition: Task definition of Service A in network mode awsvpc, family:revision or ARN; without one there is no service.
#   MAIN_ACCOUNT_EU_WEST_1_VpcBServiceBTaskDefinition: Task definition of Service B in network mode awsvpc, family:revision or ARN; without one there is no service.
set -euo pipefail
cd "$(dirname "$0")"

: "${PROFILE_MAIN_ACCOUNT:=default}"

# output PROFILE REGION STACK OUTPUT: what a stack made
output() {
  aws cloudformation describe-stacks --profile "$1" --region "$2" --stack-name "$3" \
    --query "Stacks[0].Outputs[?OutputKey=='$4'].OutputValue" --output text
}

if [ "$(aws sts get-caller-identity --profile "$PROFILE_MAIN_ACCOUNT" --query Account --output text)" != "111111111111" ]; then
  echo "The profile $PROFILE_MAIN_ACCOUNT does not lead to account 111111111111." >&2
  exit 1
fi

echo "1 of 1: create main-account-eu-west-1"
overrides=()
[ -z "${MAIN_ACCOUNT_EU_WEST_1_VpcAServiceATaskDefinition:-}" ] || overrides+=("VpcAServiceATaskDefinition=$MAIN_ACCOUNT_EU_WEST_1_VpcAServiceATaskDefinition")
[ -z "${MAIN_ACCOUNT_EU_WEST_1_VpcBServiceBTaskDefinition:-}" ] || overrides+=("VpcBServiceBTaskDefinition=$MAIN_ACCOUNT_EU_WEST_1_VpcBServiceBTaskDefinition")
[ "${#overrides[@]}" -eq 0 ] || overrides=(--parameter-overrides "${overrides[@]}")
aws cloudformation deploy --profile "$PROFILE_MAIN_ACCOUNT" --region eu-west-1 \
  --stack-name main-account-eu-west-1 \
  --template-file stacks/main-account-eu-west-1.yaml \
  --no-fail-on-empty-changeset \
  ${overrides[@]+"${overrides[@]}"}

echo "All stacks are deployed. README.md lists what is left to do by hand."
