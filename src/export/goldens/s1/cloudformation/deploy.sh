#!/usr/bin/env bash
# Deploys EKS to ECS across two VPCs with the AWS CLI, version 2.
#
# Each account may have a profile of the AWS CLI, named in the environment. Without one, the
# credentials at hand are used; either way the script first checks that they lead to the account.
#   PROFILE_PAYMENTS: Payments, 222222222222
#   PROFILE_PLATFORM: Platform, 111111111111
# What may be set in the environment as well; what is not set stays as it is:
#   PAYMENTS_AP_NORTHEAST_2_VpcBAlbB443CertificateArn: ARN of the certificate of ALB B on port 443; without one it does not listen there.
#   PAYMENTS_AP_NORTHEAST_2_VpcBServiceBTaskDefinition: Task definition of Service B in network mode awsvpc, family:revision or ARN; without one, or without VpcBAlbB443CertificateArn, there is no service.
#   PAYMENTS_AP_NORTHEAST_2_EcsCluster: Name or ARN of the ECS cluster that runs the services. Default: default.
#   PAYMENTS_AP_NORTHEAST_2_VpcBServiceBContainerName: Container of Service B that load balancers send to. Default: app.
set -euo pipefail
cd "$(dirname "$0")"

in_payments() { aws ${PROFILE_PAYMENTS:+--profile "$PROFILE_PAYMENTS"} "$@"; }
in_platform() { aws ${PROFILE_PLATFORM:+--profile "$PROFILE_PLATFORM"} "$@"; }

# check COMMAND ACCOUNT VARIABLE: do the credentials lead to the account?
check() {
  if [ "$("$1" sts get-caller-identity --query Account --output text)" != "$2" ]; then
    echo "The credentials do not lead to account $2. Name a profile in $3." >&2
    exit 1
  fi
}

# output COMMAND REGION STACK OUTPUT: what a stack made
output() {
  "$1" cloudformation describe-stacks --region "$2" --stack-name "$3" \
    --query "Stacks[0].Outputs[?OutputKey=='$4'].OutputValue" --output text
}

check in_payments 222222222222 PROFILE_PAYMENTS
check in_platform 111111111111 PROFILE_PLATFORM

echo "1 of 3: create eks-to-ecs-across-two-vpcs-payments-ap-northeast-2"
overrides=()
[ -z "${PAYMENTS_AP_NORTHEAST_2_VpcBAlbB443CertificateArn:-}" ] || overrides+=("VpcBAlbB443CertificateArn=$PAYMENTS_AP_NORTHEAST_2_VpcBAlbB443CertificateArn")
[ -z "${PAYMENTS_AP_NORTHEAST_2_VpcBServiceBTaskDefinition:-}" ] || overrides+=("VpcBServiceBTaskDefinition=$PAYMENTS_AP_NORTHEAST_2_VpcBServiceBTaskDefinition")
[ -z "${PAYMENTS_AP_NORTHEAST_2_EcsCluster:-}" ] || overrides+=("EcsCluster=$PAYMENTS_AP_NORTHEAST_2_EcsCluster")
[ -z "${PAYMENTS_AP_NORTHEAST_2_VpcBServiceBContainerName:-}" ] || overrides+=("VpcBServiceBContainerName=$PAYMENTS_AP_NORTHEAST_2_VpcBServiceBContainerName")
[ "${#overrides[@]}" -eq 0 ] || overrides=(--parameter-overrides "${overrides[@]}")
in_payments cloudformation deploy --region ap-northeast-2 \
  --stack-name eks-to-ecs-across-two-vpcs-payments-ap-northeast-2 \
  --template-file stacks/payments-ap-northeast-2.yaml \
  --no-fail-on-empty-changeset \
  --capabilities CAPABILITY_IAM \
  ${overrides[@]+"${overrides[@]}"}

echo "2 of 3: create eks-to-ecs-across-two-vpcs-platform-ap-northeast-2"
VpcAToVpcBAccepterRoleArn="$(output in_payments ap-northeast-2 eks-to-ecs-across-two-vpcs-payments-ap-northeast-2 VpcAToVpcBAccepterRoleArn)"
VpcBId="$(output in_payments ap-northeast-2 eks-to-ecs-across-two-vpcs-payments-ap-northeast-2 VpcBVpcId)"
in_platform cloudformation deploy --region ap-northeast-2 \
  --stack-name eks-to-ecs-across-two-vpcs-platform-ap-northeast-2 \
  --template-file stacks/platform-ap-northeast-2.yaml \
  --no-fail-on-empty-changeset \
  --parameter-overrides "VpcAToVpcBAccepterRoleArn=$VpcAToVpcBAccepterRoleArn" \
    "VpcBId=$VpcBId"

echo "3 of 3: update eks-to-ecs-across-two-vpcs-payments-ap-northeast-2"
VpcAToVpcBPeeringId="$(output in_platform ap-northeast-2 eks-to-ecs-across-two-vpcs-platform-ap-northeast-2 VpcAToVpcBPeeringConnectionId)"
in_payments cloudformation deploy --region ap-northeast-2 \
  --stack-name eks-to-ecs-across-two-vpcs-payments-ap-northeast-2 \
  --template-file stacks/payments-ap-northeast-2.yaml \
  --no-fail-on-empty-changeset \
  --capabilities CAPABILITY_IAM \
  --parameter-overrides "VpcAToVpcBPeeringId=$VpcAToVpcBPeeringId"

echo "All stacks are deployed. README.md lists what is left to do by hand."
